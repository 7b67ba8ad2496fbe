package dev.sealpost.whatsapp.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes webhooks durable, as many as wait in one transaction: while one commit is under way the next batch gathers by itself.
 *
 * <p>Not guaranteed: that a webhook reported as not stored is not there. Meta sends it again, and it is handled twice without effect.
 */
@Component
class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final int WAITING_AT_MOST = 1000;
    private static final int BATCH = 256;
    private static final long PATIENCE_SECONDS = 8;
    private static final long TICK_MILLIS = 200;

    private final BlockingQueue<Arrival> waiting = new ArrayBlockingQueue<>(WAITING_AT_MOST);
    private final WebhookSeal seal;
    private final InboxRows rows;
    private final TransactionOperations transactions;
    private final InboxWakeUp wakeUp;

    Inbox(WebhookSeal seal, InboxRows rows, TransactionOperations transactions, InboxWakeUp wakeUp) {
        this.seal = seal;
        this.rows = rows;
        this.transactions = transactions;
        this.wakeUp = wakeUp;
    }

    /** @return true once it is committed; false if it could not be, or not in time */
    boolean store(byte[] body) {
        Arrival arrival = new Arrival(body, new CompletableFuture<>());
        return waiting.offer(arrival) && isCommitted(arrival);
    }

    /** Writes what waits; returns after a moment if nothing does. Called by a few threads in a loop. */
    void writeNext() throws InterruptedException {
        Arrival first = waiting.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
            List<Arrival> batch = new ArrayList<>(List.of(first));
            waiting.drainTo(batch, BATCH - 1);
            write(batch);
        }
    }

    private void write(List<Arrival> batch) {
        boolean committed = false;
        try {
            List<SealedWebhook> webhooks =
                    batch.stream().map(arrival -> seal.seal(arrival.body())).toList();
            transactions.executeWithoutResult(status -> rows.insert(webhooks));
            committed = true;
            wakeUp.call();
        } catch (RuntimeException failure) {
            LOG.warn(
                    "{} webhooks were not stored: {}",
                    batch.size(),
                    failure.getClass().getName());
        } finally {
            for (Arrival arrival : batch) {
                arrival.committed.complete(committed);
            }
        }
    }

    private static boolean isCommitted(Arrival arrival) {
        try {
            return arrival.committed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (TimeoutException | ExecutionException unknown) {
            return false;
        }
    }

    /** Not sealed by the thread of its request: a hundred of those would wait for each other at the random numbers. */
    private record Arrival(byte[] body, CompletableFuture<Boolean> committed) {

        @Override
        public String toString() {
            return "Arrival[" + body.length + " bytes]";
        }
    }
}
