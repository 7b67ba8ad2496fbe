package dev.sealpost.audit;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who exported what: nothing is exported before that is on record, and nothing signed. */
@Component
class ExportRecords {

    private final AuditLog log;

    ExportRecords(AuditLog log) {
        this.log = log;
    }

    /** @return empty if the reader asked for a flow they may not see, which is on record too */
    @Transactional(timeout = 20)
    public Optional<Export> begun(Export export) {
        if (!ReadersFlows.allow(export.asked().query(), export.reader())) {
            log.append(ReadersFlows.denied(export.reader(), "POST", "/api/audit/export"));
            return Optional.empty();
        }
        log.append(entry(export).outcome("begun").build());
        return Optional.of(export);
    }

    @Transactional(timeout = 20)
    public void signed(Export export, ExportEnd end) {
        log.append(entry(export)
                .outcome("signed")
                .evidence("entries", end.entries())
                .evidence("sha256", end.hash())
                .evidence("key", end.signature().keyId())
                .build());
    }

    @Transactional(timeout = 20)
    public void brokenOff(Export export) {
        log.append(entry(export).outcome("broken-off").build());
    }

    private static AuditRecord.Builder entry(Export export) {
        return AuditRecord.of(AuditKind.AUDIT_EXPORTED)
                .by(export.reader().getName())
                .evidence("filters", export.asked().namesOfFilters())
                .evidence("upTo", export.upTo());
    }
}
