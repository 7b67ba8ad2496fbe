package dev.sealpost.audit;

import dev.sealpost.database.UuidArray;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Appends to {@code audit_pending} by a row with an array for each column, whatever the number of entries. */
@Component
class PendingAuditLog implements AuditLog {

    private static final String INSERT =
            """
            INSERT INTO audit_pending (id, time, kind, actor, flow, message, subject, run, outcome, json)
            VALUES (nextval('audit_pending_seq'), ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;
    private final Redaction redaction;

    PendingAuditLog(JdbcTemplate jdbc, Redaction redaction) {
        this.jdbc = jdbc;
        this.redaction = redaction;
    }

    @Override
    public void append(Collection<AuditRecord> records) {
        if (!records.isEmpty()) {
            var append =
                    new PendingAppend(records.stream().map(redaction::apply).toList());
            jdbc.update(INSERT, insert -> fill(insert, append));
        }
    }

    private static void fill(PreparedStatement insert, PendingAppend append) throws SQLException {
        array(insert, 1, "bigint", append.time());
        array(insert, 2, "text", append.kind());
        array(insert, 3, "text", append.actor());
        array(insert, 4, "text", append.flow());
        insert.setObject(5, new UuidArray(append.message()));
        insert.setObject(6, new UuidArray(append.subject()));
        array(insert, 7, "integer", append.run());
        array(insert, 8, "text", append.outcome());
        array(insert, 9, "text", append.json());
    }

    private static void array(PreparedStatement insert, int parameter, String type, Object values) throws SQLException {
        insert.setArray(
                parameter, insert.getConnection().unwrap(PGConnection.class).createArrayOf(type, values));
    }
}
