package dev.sealpost.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Appends to {@code audit_pending} by one statement with an array for each column: no round trip and no id for each entry. */
@Component
class PendingAuditLog implements AuditLog {

    private static final String INSERT =
            """
            INSERT INTO audit_pending (id, time, kind, actor, flow, message, subject, outcome, json)
            SELECT nextval('audit_pending_seq'), entry.*
            FROM unnest(?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[]) AS entry""";

    private final JdbcTemplate jdbc;
    private final Redaction redaction;

    PendingAuditLog(JdbcTemplate jdbc, Redaction redaction) {
        this.jdbc = jdbc;
        this.redaction = redaction;
    }

    @Override
    public void append(Collection<AuditRecord> records) {
        if (records.isEmpty()) {
            return;
        }
        List<PendingEntry> entries =
                records.stream().map(redaction::apply).map(PendingEntry::new).toList();
        jdbc.update(connection -> insert(connection, entries));
    }

    private static PreparedStatement insert(Connection connection, List<PendingEntry> entries) throws SQLException {
        PreparedStatement insert = connection.prepareStatement(INSERT);
        array(insert, 1, "timestamptz", entries, PendingEntry::time);
        array(insert, 2, "text", entries, PendingEntry::kind);
        array(insert, 3, "text", entries, PendingEntry::actor);
        array(insert, 4, "text", entries, PendingEntry::flow);
        array(insert, 5, "uuid", entries, PendingEntry::message);
        array(insert, 6, "uuid", entries, PendingEntry::subject);
        array(insert, 7, "text", entries, PendingEntry::outcome);
        array(insert, 8, "text", entries, PendingEntry::json);
        return insert;
    }

    private static void array(
            PreparedStatement insert,
            int parameter,
            String type,
            List<PendingEntry> entries,
            Function<PendingEntry, Object> column)
            throws SQLException {
        String[] values = entries.stream()
                .map(column)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
        insert.setArray(parameter, insert.getConnection().createArrayOf(type, values));
    }
}
