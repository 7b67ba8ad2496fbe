package dev.sealpost.audit;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Appends to {@code audit_pending} by a row with an array for each column, whatever the number of entries. */
@Component
class PendingAuditLog implements AuditLog {

    private static final String INSERT =
            """
            INSERT INTO audit_pending (id, time, kind, actor, flow, message, subject, outcome, json)
            VALUES (nextval('audit_pending_seq'), ?, ?, ?, ?, ?, ?, ?, ?)""";

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
        array(insert, 1, "timestamptz", append.time());
        array(insert, 2, "text", append.kind());
        array(insert, 3, "text", append.actor());
        array(insert, 4, "text", append.flow());
        array(insert, 5, "uuid", append.message());
        array(insert, 6, "uuid", append.subject());
        array(insert, 7, "text", append.outcome());
        insert.setString(8, append.json());
    }

    private static void array(PreparedStatement insert, int parameter, String type, Object[] values)
            throws SQLException {
        insert.setArray(parameter, insert.getConnection().createArrayOf(type, values));
    }
}
