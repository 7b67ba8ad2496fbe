package dev.sealpost.crm;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditLog;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.message.Reason;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Writes down polls that stopped. While the database is away there is only the log. */
@Component
class PollAudit {

    private static final Logger LOG = LoggerFactory.getLogger(PollAudit.class);

    private final AuditLog audit;
    private final TransactionOperations transactions;

    PollAudit(AuditLog audit, TransactionOperations transactions) {
        this.audit = audit;
        this.transactions = transactions;
    }

    void stopped(Feed feed, Reason reason, Duration wait) {
        AuditRecord entry = AuditRecord.of(AuditKind.SOURCE_POLL_STOPPED)
                .flow(feed.flow())
                .outcome("stopped")
                .reason(reason)
                .evidence("coordinates", feed.coordinates())
                .evidence("retryAfterMs", wait.toMillis())
                .build();
        try {
            transactions.executeWithoutResult(status -> audit.append(entry));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("{}: that cannot be audited now: {}", feed, e.getClass().getSimpleName());
        }
    }
}
