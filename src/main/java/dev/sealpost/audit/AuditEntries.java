package dev.sealpost.audit;

import dev.sealpost.audit.AuditQueryReader.Valid;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds entries of the log, in the order of their index, and writes down who looked. */
@Component
class AuditEntries {

    private final JdbcClient jdbc;
    private final AuditLog log;

    AuditEntries(JdbcClient jdbc, AuditLog log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    /** Nothing is shown unless the look itself is on record. */
    @Transactional(timeout = 20)
    public AuditPage page(Valid asked, String reader) {
        AuditQuery query = asked.query();
        List<AuditPage.Entry> found = find(query);
        boolean more = found.size() > query.limit();
        List<AuditPage.Entry> entries = more ? found.subList(0, query.limit()) : found;
        log.append(AuditRecord.of(AuditKind.AUDIT_READ)
                .by(reader)
                .evidence("filters", asked.filters().isEmpty() ? "none" : String.join(",", asked.filters()))
                .evidence("entries", entries.size())
                .build());
        return new AuditPage(
                entries, more ? Long.toString(entries.get(entries.size() - 1).index()) : null);
    }

    /** One more than asked for, which tells whether there is a next page. */
    private List<AuditPage.Entry> find(AuditQuery query) {
        var conditions = new LinkedHashMap<String, Object>();
        conditions.put("index > ?", query.after());
        conditions.put("time >= ?", atUtc(query.from()));
        conditions.put("time < ?", atUtc(query.to()));
        conditions.put("flow = ?", query.flow());
        conditions.put(
                "message = ?", query.message() == null ? null : query.message().value());
        conditions.put("kind = ?", query.kind() == null ? null : query.kind().wireName());
        conditions.values().removeIf(Objects::isNull);
        return jdbc.sql("SELECT index, json FROM audit_entry WHERE %s ORDER BY index LIMIT ?"
                        .formatted(String.join(" AND ", conditions.keySet())))
                .params(List.copyOf(conditions.values()))
                .param(query.limit() + 1)
                .query((row, number) -> AuditPage.Entry.of(row.getLong("index"), EntryJson.read(row.getString("json"))))
                .list();
    }

    private static OffsetDateTime atUtc(Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
