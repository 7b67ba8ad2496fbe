package dev.sealpost.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the entries that have their index. */
@Component
class StoredEntries {

    private final JdbcClient jdbc;

    StoredEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param json as it was hashed */
    record Entry(long index, String json) {}

    /** @param more whether there are entries behind these */
    record Page(List<Entry> entries, boolean more) {}

    /** @param flows the only ones whose entries are found; empty for all */
    @Transactional(timeout = 20, readOnly = true)
    public Page find(AuditQuery query, Set<String> flows) {
        List<Entry> found = oneMore(query, flows);
        boolean more = found.size() > query.limit();
        return new Page(more ? found.subList(0, query.limit()) : found, more);
    }

    /** The highest index; -1 in an empty log. */
    @Transactional(timeout = 20, readOnly = true)
    public long last() {
        return jdbc.sql("SELECT coalesce(max(index), -1) FROM audit_entry")
                .query(Long.class)
                .single();
    }

    private List<Entry> oneMore(AuditQuery query, Set<String> flows) {
        var conditions = new LinkedHashMap<String, Object>();
        conditions.put("index > ?", query.after());
        conditions.put("time >= ?", atUtc(query.from()));
        conditions.put("time < ?", atUtc(query.to()));
        conditions.put("flow = ?", query.flow());
        conditions.put("flow = ANY (?)", flows.isEmpty() ? null : new SqlArrayValue("text", flows.toArray()));
        conditions.put("kind = ?", query.kind() == null ? null : query.kind().wireName());
        conditions.put(
                "message = ?", query.message() == null ? null : query.message().value());
        conditions.values().removeIf(Objects::isNull);
        return jdbc.sql("SELECT index, json FROM %s WHERE %s ORDER BY index LIMIT ?"
                        .formatted(
                                query.message() == null ? "audit_entry" : "audit_message_entry",
                                String.join(" AND ", conditions.keySet())))
                .params(List.copyOf(conditions.values()))
                .param(query.limit() + 1)
                .query((row, number) -> new Entry(row.getLong("index"), row.getString("json")))
                .list();
    }

    private static OffsetDateTime atUtc(Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
