package dev.sealpost.audit;

import dev.sealpost.audit.AuditQueryReader.Valid;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows entries of the log, in the order of their index, and writes down who looked. */
@Component
class AuditEntries {

    private final StoredEntries stored;
    private final AuditLog log;

    AuditEntries(StoredEntries stored, AuditLog log) {
        this.stored = stored;
        this.log = log;
    }

    /**
     * Nothing is shown unless the look itself is on record.
     *
     * @return empty if the reader asked for a flow they may not see, which is on record too
     */
    @Transactional(timeout = 20)
    public Optional<AuditPage> page(Valid asked, AuditReader reader) {
        if (!ReadersFlows.allow(asked.query(), reader)) {
            log.append(ReadersFlows.denied(reader, "GET", "/api/audit/entries"));
            return Optional.empty();
        }
        return Optional.of(found(asked, reader));
    }

    private AuditPage found(Valid asked, AuditReader reader) {
        StoredEntries.Page found = stored.find(asked.query(), reader.flows());
        List<AuditPage.Entry> entries = found.entries().stream()
                .map(entry -> AuditPage.Entry.of(entry.index(), EntryJson.read(entry.json())))
                .toList();
        log.append(AuditRecord.of(AuditKind.AUDIT_READ)
                .by(reader.getName())
                .evidence("filters", asked.namesOfFilters())
                .evidence("entries", entries.size())
                .build());
        return new AuditPage(
                entries,
                found.more() ? Long.toString(entries.get(entries.size() - 1).index()) : null);
    }
}
