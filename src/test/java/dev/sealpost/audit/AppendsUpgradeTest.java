package dev.sealpost.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.testing.Database;
import dev.sealpost.testing.Parts;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** V12 made a row of {@code audit_pending} of each append; before, each entry had its own. V13 put a message's entries into runs. */
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

    @Test
    void whatWasWrittenBeforeThereWereRunsIsFoundByItsMessage() {
        migrateTo("12");
        UUID message = UUID.randomUUID();
        append(message);
        jdbc.execute("SELECT audit_add_partition(0)");
        jdbc.execute(
                "INSERT INTO audit_entry (index, time, kind, actor, message, json, leaf_hash) SELECT 0, now(), 'a', 'hub', '%s', '{}', ''"
                        .formatted(message));
        jdbc.execute("UPDATE audit_head SET next_index = 1");

        migrateTo("latest");
        assertThat(jdbc.queryForObject("SELECT count(*) FROM audit_waiting WHERE message = ?", Long.class, message))
                .isEqualTo(2);
        new Sequencer(database.dataSource(), 1000).moveBatch();

        assertThat(jdbc.queryForList(
                        "SELECT index FROM audit_message_entry WHERE message = ? ORDER BY index", Long.class, message))
                .containsExactly(0L, 1L, 2L);
    }

    private void append(UUID message) {
        jdbc.execute(
                """
                INSERT INTO audit_pending (id, time, kind, actor, flow, message, subject, outcome, json)
                VALUES (1, '{1,2}', '{a,b}', '{hub,hub}', '{NULL,NULL}', '{%1$s,%1$s}', '{NULL,NULL}', '{NULL,NULL}', E'{}\\n{}')"""
                        .formatted(message));
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database.dataSource())
                .target(version)
                .load()
                .migrate();
    }
}
