package dev.sealpost.whatsapp.webhook;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditLog;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.message.Reason;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Counts refused calls and writes them to the audit: one entry for each reason in {@value #SECONDS} seconds at most, with the count,
 * so that a flood cannot fill the ledger. Who called is not written down.
 */
@Component
class Refusals {

    private static final int SECONDS = 5;

    private final Map<Refusal, LongAdder> unwritten = new EnumMap<>(Refusal.class);
    private final AuditLog audit;
    private final TransactionOperations transactions;
    private final MeterRegistry meters;
    private volatile Instant lastWritten = Instant.EPOCH;

    Refusals(AuditLog audit, TransactionOperations transactions, MeterRegistry meters) {
        this.audit = audit;
        this.transactions = transactions;
        this.meters = meters;
        for (Refusal refusal : Refusal.values()) {
            unwritten.put(refusal, new LongAdder());
        }
    }

    void note(Refusal refusal) {
        meters.counter("sealpost.whatsapp.webhook.refused", "reason", name(refusal))
                .increment();
        if (refusal.isAudited()) {
            unwritten.get(refusal).increment();
        }
    }

    /** Writes what has gathered, unless that was done a moment ago. Called by one thread only. */
    void writeIfDue() {
        if (lastWritten.plus(Duration.ofSeconds(SECONDS)).isBefore(Instant.now())) {
            write();
        }
    }

    /** What could not be committed stays counted. */
    void write() {
        Map<Refusal, Long> counts = new EnumMap<>(Refusal.class);
        unwritten.forEach((refusal, count) -> counts.put(refusal, count.sum()));
        counts.values().removeIf(count -> count == 0);
        if (counts.isEmpty()) {
            return;
        }
        List<AuditRecord> entries = counts.entrySet().stream()
                .map(count -> entry(count.getKey(), count.getValue()))
                .toList();
        transactions.executeWithoutResult(status -> audit.append(entries));
        counts.forEach((refusal, count) -> unwritten.get(refusal).add(-count));
        lastWritten = Instant.now();
    }

    private static AuditRecord entry(Refusal refusal, long count) {
        return AuditRecord.of(AuditKind.WEBHOOK_REFUSED)
                .by("anonymous")
                .outcome("refused")
                .reason(Reason.of(name(refusal)))
                .evidence("count", count)
                .build();
    }

    private static String name(Refusal refusal) {
        return refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
