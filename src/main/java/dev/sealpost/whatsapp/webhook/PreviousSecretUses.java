package dev.sealpost.whatsapp.webhook;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditLog;
import dev.sealpost.audit.AuditRecord;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Counts webhooks that were signed with a previous app secret, so that one sees when it can be taken away; in the audit at once and
 * then every {@value #MINUTES} minutes, with the count.
 */
@Component
class PreviousSecretUses {

    private static final int MINUTES = 10;

    private final Map<Integer, LongAdder> unwritten = new ConcurrentHashMap<>();
    private final AuditLog audit;
    private final TransactionOperations transactions;
    private final MeterRegistry meters;
    private volatile Instant lastWritten = Instant.EPOCH;

    PreviousSecretUses(AuditLog audit, TransactionOperations transactions, MeterRegistry meters) {
        this.audit = audit;
        this.transactions = transactions;
        this.meters = meters;
    }

    /** @param place in the setting's list, from 1 */
    void note(int place) {
        meters.counter("sealpost.whatsapp.webhook.previous.secret", "place", Integer.toString(place))
                .increment();
        unwritten.computeIfAbsent(place, none -> new LongAdder()).increment();
    }

    /** Called by one thread only. What could not be committed stays counted. */
    void writeIfDue() {
        if (!unwritten.isEmpty()
                && lastWritten.plus(Duration.ofMinutes(MINUTES)).isBefore(Instant.now())) {
            unwritten.forEach(this::write);
        }
    }

    private void write(int place, LongAdder counted) {
        long count = counted.sum();
        if (count > 0) {
            transactions.executeWithoutResult(status -> audit.append(entry(place, count)));
            counted.add(-count);
            lastWritten = Instant.now();
        }
    }

    private static AuditRecord entry(int place, long count) {
        return AuditRecord.of(AuditKind.WEBHOOK_PREVIOUS_SECRET)
                .by("whatsapp")
                .evidence("place", place)
                .evidence("count", count)
                .build();
    }
}
