package dev.sealpost.whatsapp.webhook;

import dev.sealpost.message.Reason;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Handles waiting webhooks, up to {@value #BATCH} in one transaction. If that fails each is tried by itself, so that one that cannot
 * be handled does not hold up the others; after {@value #ATTEMPTS} failures, over minutes, it becomes a dead letter.
 */
@Component
class InboxProcessor {

    static final int ATTEMPTS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(InboxProcessor.class);
    private static final int BATCH = 200;
    private static final int BYTES = 4 * 1024 * 1024;

    private final InboxRows rows;
    private final WebhookBatch webhooks;
    private final TransactionOperations transactions;
    private final MeterRegistry meters;

    InboxProcessor(InboxRows rows, WebhookBatch webhooks, TransactionOperations transactions, MeterRegistry meters) {
        this.rows = rows;
        this.webhooks = webhooks;
        this.transactions = transactions;
        this.meters = meters;
    }

    /**
     * @return whether there was anything to do
     * @throws RuntimeException if the database cannot be used; nothing is counted as an attempt then
     */
    boolean handleNext() {
        List<Long> claimed = new ArrayList<>();
        try {
            count(transactions.execute(status -> {
                List<InboxRow> batch = rows.claim(BATCH, BYTES);
                batch.forEach(row -> claimed.add(row.id()));
                return batch.isEmpty() ? Map.of() : webhooks.handle(batch);
            }));
        } catch (RuntimeException | Error failure) {
            if (claimed.isEmpty()) {
                throw failure;
            }
            LOG.warn("{} webhooks are tried one by one: {}", claimed.size(), name(failure));
            claimed.forEach(this::handleAlone);
        }
        return !claimed.isEmpty();
    }

    private void handleAlone(long id) {
        try {
            count(transactions.execute(status ->
                    rows.claim(id).map(row -> webhooks.handle(List.of(row))).orElse(Map.of())));
        } catch (RuntimeException | Error failure) {
            afterFailure(id, failure);
        }
    }

    private void afterFailure(long id, Throwable failure) {
        try {
            transactions.executeWithoutResult(status -> rows.claim(id)
                    .filter(row -> row.attempts() + 1 >= ATTEMPTS)
                    .ifPresentOrElse(row -> giveUp(row, failure), () -> rows.stepAside(id)));
        } catch (RuntimeException | Error notEvenThat) {
            LOG.warn("A webhook stays although it was given up: {}", name(notEvenThat));
            transactions.executeWithoutResult(status -> rows.stepAside(id));
        }
    }

    private void giveUp(InboxRow row, Throwable failure) {
        webhooks.giveUp(row, Reason.of("not-handled", failure.getClass().getSimpleName()));
        LOG.warn("A webhook became a dead letter: {}", name(failure));
    }

    private static String name(Throwable failure) {
        return failure.getClass().getName();
    }

    private void count(Map<WebhookKind, Integer> counts) {
        counts.forEach((kind, count) -> meters.counter("sealpost.whatsapp.webhook", "kind", kind.toString())
                .increment(count));
    }
}
