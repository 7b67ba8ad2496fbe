package dev.sealpost.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A UUIDv7")
class Uuid7Test {

    @Test
    void hasVersionAndVariantOfRfc9562AndTheTimeInFront() {
        long before = System.currentTimeMillis();
        UUID id = Uuid7.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, before + 5_000);
    }

    @Test
    void strictlyIncreasesAndNeverRepeatsAlsoAcrossThreads() {
        List<UUID> ids = IntStream.range(0, 100_000).mapToObj(i -> Uuid7.next()).toList();
        List<UUID> concurrent = IntStream.range(0, 100_000)
                .parallel()
                .mapToObj(i -> Uuid7.next())
                .toList();

        assertThat(ids).isSorted();
        assertThat(concurrent).doesNotHaveDuplicates();
    }
}
