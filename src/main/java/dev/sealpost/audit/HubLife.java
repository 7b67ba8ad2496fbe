package dev.sealpost.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down when the hub was ready and when it was told to stop. A killed hub leaves no word; its next start does. */
@Component
class HubLife {

    private static final Logger LOG = LoggerFactory.getLogger(HubLife.class);

    private final AuditLog log;
    private final TransactionTemplate transaction;
    private final ApplicationContext context;
    private volatile boolean started;

    HubLife(AuditLog log, PlatformTransactionManager transactions, ApplicationContext context) {
        this.log = log;
        this.transaction = new TransactionTemplate(transactions);
        this.context = context;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        append(AuditKind.HUB_STARTED);
        started = true;
    }

    /** The management server closes a context of its own, which is no stop of the hub. */
    @EventListener
    void on(ContextClosedEvent closed) {
        if (!started || closed.getApplicationContext() != context) {
            return;
        }
        try {
            append(AuditKind.HUB_STOPPED);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The hub stops without saying so in the audit: {}", e.toString());
        }
    }

    private void append(AuditKind kind) {
        String[] profiles = context.getEnvironment().getActiveProfiles();
        transaction.executeWithoutResult(tx -> log.append(AuditRecord.of(kind)
                .evidence("profiles", profiles.length == 0 ? null : String.join(",", profiles))
                .build()));
    }
}
