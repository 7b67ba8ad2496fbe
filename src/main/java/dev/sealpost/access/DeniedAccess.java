package dev.sealpost.access;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditLog;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.message.Reason;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes down who was turned away, within a second and apart from the request, so that a flood neither fills the ledger nor holds
 * threads: for each second at most {@value #MOST_OF_A_SOURCE} entries a source and {@value #MOST} in all, and one that counts the
 * rest.
 *
 * <p>Not guaranteed: that an entry of the last second survives a crash of the hub. The sources themselves, which are IP addresses
 * and so personal data, are not written down.
 */
@Component
public class DeniedAccess {
    static final int MOST_OF_A_SOURCE = 3;
    static final int MOST = 20;
    private static final Logger LOG = LoggerFactory.getLogger(DeniedAccess.class);

    private final AuditLog audit;
    private final TransactionOperations transaction;
    private final List<AuditRecord> waiting = new ArrayList<>();
    private final Map<String, Integer> perSource = new HashMap<>();
    private long rest;

    DeniedAccess(AuditLog audit, TransactionOperations transaction) {
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * @param source where the request came from
     * @param path without what is variable in it
     */
    public synchronized void record(String source, String actor, Reason reason, String method, String path) {
        if (waiting.size() >= MOST || perSource.merge(source, 1, Integer::sum) > MOST_OF_A_SOURCE) {
            rest++;
            return;
        }
        waiting.add(AuditRecord.of(AuditKind.ACCESS_DENIED)
                .by(actor)
                .outcome("denied")
                .reason(reason)
                .evidence("method", method)
                .evidence("path", path)
                .build());
    }

    @PreDestroy
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void flush() {
        Batch batch = take();
        if (batch.entries().isEmpty()) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> audit.append(batch.entries()));
        } catch (DataAccessException | TransactionException unavailable) {
            LOG.warn("{} denied requests could not be audited; a later entry will count them", batch.denied());
            putBack(batch.denied());
        }
    }

    private synchronized Batch take() {
        List<AuditRecord> entries = new ArrayList<>(waiting);
        long denied = entries.size() + rest;
        if (rest > 0) {
            entries.add(theRest());
        }
        waiting.clear();
        perSource.clear();
        rest = 0;
        return new Batch(entries, denied);
    }

    private AuditRecord theRest() {
        return AuditRecord.of(AuditKind.ACCESS_DENIED)
                .by("anonymous")
                .outcome("denied")
                .reason(Reason.of("flood", "more requests were denied than are written down one by one"))
                .evidence("count", rest)
                .build();
    }

    private synchronized void putBack(long count) {
        rest += count;
    }

    private record Batch(List<AuditRecord> entries, long denied) {}
}
