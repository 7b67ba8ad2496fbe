package dev.sealpost.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.testing.Database;
import dev.sealpost.testing.Parts;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

class UuidArrayTest {

    private static final UUID ONE = UUID.fromString("0198c0de-0000-7000-8000-00000000000f");
    private static final UUID OTHER = UUID.fromString("ffffffff-ffff-4fff-bfff-ffffffffffff");

    @ParameterizedTest
    @ValueSource(strings = {"", "?binaryTransferEnable=2951"})
    void arrivesAsItIsInBinaryAndAsText(String options) {
        Database own = Parts.emptyDatabase();
        var jdbc = new JdbcTemplate(new Database(own.url() + options, own.user(), own.password()).dataSource());

        assertThat(arrived(jdbc, ONE, null, OTHER)).containsExactly(ONE, null, OTHER);
        assertThat(arrived(jdbc, OTHER)).containsExactly(OTHER);
        assertThat(arrived(jdbc)).isEmpty();
        assertThat(jdbc.queryForObject("SELECT cardinality(?)", Integer.class, new UuidArray()))
                .isZero();
    }

    private static List<UUID> arrived(JdbcTemplate jdbc, UUID... values) {
        return jdbc.queryForList("SELECT unnest(?)", UUID.class, new UuidArray(values));
    }
}
