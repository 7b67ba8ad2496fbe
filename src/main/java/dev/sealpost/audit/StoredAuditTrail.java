package dev.sealpost.audit;

import dev.sealpost.database.UuidArray;
import dev.sealpost.message.MessageId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * One statement sees one state of both tables, so that an entry which is just being moved is seen once. What it tells is the
 * JSON that was hashed, not the columns beside it.
 */
@Component
class StoredAuditTrail implements AuditTrail {

    private static final String TRAIL =
            """
            SELECT json FROM (
                SELECT false AS waits, index AS position, 0 AS place, json FROM audit_message_entry WHERE message = ANY (?)
                UNION ALL
                SELECT true, id, place, json FROM audit_waiting WHERE message = ANY (?)
            ) AS trail ORDER BY waits, position, place""";

    private final JdbcTemplate jdbc;

    StoredAuditTrail(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<MessageId, List<AuditRecord>> of(Collection<MessageId> messages) {
        var trails = new HashMap<MessageId, List<AuditRecord>>();
        if (!messages.isEmpty()) {
            jdbc.query(connection -> trail(connection, messages), row -> {
                AuditRecord entry = EntryJson.read(row.getString("json"));
                trails.computeIfAbsent(entry.message(), id -> new ArrayList<>()).add(entry);
            });
        }
        return trails;
    }

    private static PreparedStatement trail(Connection connection, Collection<MessageId> messages) throws SQLException {
        var ids = UuidArray.of(messages.stream().map(MessageId::value));
        PreparedStatement query = connection.prepareStatement(TRAIL);
        query.setObject(1, ids);
        query.setObject(2, ids);
        return query;
    }
}
