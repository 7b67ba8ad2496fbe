package dev.sealpost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RetryPolicyTest {

    private static final RetryPolicy POLICY = new RetryPolicy(defaults());

    @Test
    void boundDoublesUpToTheHighest() {
        assertThat(Stream.of(1, 2, 3, 9, 10, 100).map(POLICY::bound))
                .containsExactly(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(256),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(5));
    }

    @Test
    void delaysAreSpreadFromZeroToTheBound() {
        List<Duration> delays =
                Stream.generate(() -> POLICY.delay(3, null)).limit(10_000).toList();

        assertThat(delays).allMatch(delay -> delay.compareTo(Duration.ofSeconds(4)) <= 0);
        assertThat(delays).anyMatch(delay -> delay.toMillis() < 400);
        assertThat(delays).anyMatch(delay -> delay.toMillis() > 3_600);
    }

    @Test
    void neverBeforeTheChannelSaid() {
        Duration asked = Duration.ofSeconds(90);

        assertThat(Stream.generate(() -> POLICY.delay(9, asked)).limit(1_000))
                .allMatch(delay -> delay.compareTo(asked) >= 0);
    }

    private static DeliverySettings defaults() {
        return new Binder(new MapConfigurationPropertySource())
                .bindOrCreate("sealpost.delivery", DeliverySettings.class);
    }
}
