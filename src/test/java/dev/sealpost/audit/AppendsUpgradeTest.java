package dev.sealpost.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.testing.Database;
import dev.sealpost.testing.Parts;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** V12 made a row of {@code audit_pending} of each append; before, each entry had its own. */
class AppendsUpgradeTest {

    private final Database database = Parts.emptyDatabase();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());

    @Test
    void whatWaitedBeforeTheUpgradeIsInTheLogAfterIt() {
        migrateTo("10");
        jdbc.update(
                """
                INSERT INTO audit_pending (id, time, kind, actor, flow, message, outcome, json)
                SELECT n, '2026-11-25 10:00:00.123456Z', 'message.queued', 'hub', NULL, gen_random_uuid(), 'n' || n, '{"n":"' || n || '"}'
                FROM generate_series(1, 3) AS n""");

        migrateTo("latest");
        new Sequencer(database.dataSource(), 1000).moveBatch();

        assertThat(jdbc.queryForList("SELECT json FROM audit_entry ORDER BY index", String.class))
                .isEqualTo(List.of("{\"n\":\"1\"}", "{\"n\":\"2\"}", "{\"n\":\"3\"}"));
        assertThat(jdbc.queryForObject(
                        "SELECT count(*) FROM audit_entry WHERE time = '2026-11-25 10:00:00.123456Z' AND outcome = 'n' || index + 1",
                        Long.class))
                .isEqualTo(3);
        assertThat(jdbc.queryForObject("SELECT count(*) FROM audit_pending", Long.class))
                .isZero();
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database.dataSource())
                .target(version)
                .load()
                .migrate();
    }
}
