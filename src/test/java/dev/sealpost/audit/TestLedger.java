package dev.sealpost.audit;

import dev.sealpost.testing.Database;
import dev.sealpost.testing.Parts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An empty log in a database of its own. Its hubs each have connections of their own, named after them. */
final class TestLedger {

    final Database database = Parts.database();
    final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(jdbc.getDataSource()));
    final AuditLog log = new PendingAuditLog(jdbc, new Redaction(new SimpleMeterRegistry()));

    DataSource hub(String name) {
        return new Database(database.url() + "?ApplicationName=" + name, database.user(), database.password())
                .dataSource();
    }

    /** Cuts the connections of a hub, as its death would. */
    void kill(String hub) {
        jdbc.query(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = ? AND datname = current_database()",
                row -> {},
                hub);
    }

    void append(String... outcomes) {
        append(Stream.of(outcomes).map(TestLedger::entry).toList());
    }

    void append(List<AuditRecord> records) {
        transaction.executeWithoutResult(tx -> log.append(records));
    }

    static AuditRecord entry(String outcome) {
        return AuditRecord.of(AuditKind.EXCHANGE).outcome(outcome).build();
    }

    void sequenceAll() {
        var sequencer = new Sequencer(jdbc.getDataSource(), 1000);
        while (waiting() > 0) {
            sequencer.moveBatch();
        }
    }

    long waiting() {
        return jdbc.queryForObject("SELECT count(*) FROM audit_waiting", Long.class);
    }

    List<Long> indexes() {
        return jdbc.queryForList("SELECT index FROM audit_entry ORDER BY index", Long.class);
    }

    List<String> outcomes() {
        return jdbc.queryForList("SELECT outcome FROM audit_entry ORDER BY index", String.class);
    }
}
