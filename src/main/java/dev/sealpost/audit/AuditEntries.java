package dev.sealpost.audit;

import dev.sealpost.audit.AuditQueryReader.Valid;
import dev.sealpost.message.Reason;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
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

    /**
     * Nothing is shown unless the look itself is on record.
     *
     * @return empty if the reader asked for a flow they may not see, which is on record too
     */
    @Transactional(timeout = 20)
    public Optional<AuditPage> page(Valid asked, AuditReader reader) {
        String flow = asked.query().flow();
        if (flow != null && !reader.flows().isEmpty() && !reader.flows().contains(flow)) {
            log.append(denied(reader));
            return Optional.empty();
        }
        return Optional.of(found(asked, reader));
    }

    private AuditPage found(Valid asked, AuditReader reader) {
        AuditQuery query = asked.query();
        List<AuditPage.Entry> found = find(query, reader.flows());
        boolean more = found.size() > query.limit();
        List<AuditPage.Entry> entries = more ? found.subList(0, query.limit()) : found;
        log.append(AuditRecord.of(AuditKind.AUDIT_READ)
                .by(reader.getName())
                .evidence("filters", asked.filters().isEmpty() ? "none" : String.join(",", asked.filters()))
                .evidence("entries", entries.size())
                .build());
        return new AuditPage(
                entries, more ? Long.toString(entries.get(entries.size() - 1).index()) : null);
    }

    private static AuditRecord denied(AuditReader reader) {
        return AuditRecord.of(AuditKind.ACCESS_DENIED)
                .by(reader.getName())
                .outcome("denied")
                .reason(Reason.of("other-flow"))
                .evidence("method", "GET")
                .evidence("path", "/api/audit/entries")
                .build();
    }

    /** One more than asked for, which tells whether there is a next page. */
    private List<AuditPage.Entry> find(AuditQuery query, Set<String> flows) {
        var conditions = new LinkedHashMap<String, Object>();
        conditions.put("index > ?", query.after());
        conditions.put("time >= ?", atUtc(query.from()));
        conditions.put("time < ?", atUtc(query.to()));
        conditions.put("flow = ?", query.flow());
        conditions.put("flow = ANY (?)", flows.isEmpty() ? null : new SqlArrayValue("text", flows.toArray()));
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
