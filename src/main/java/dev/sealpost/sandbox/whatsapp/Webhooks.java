package dev.sealpost.sandbox.whatsapp;

import dev.sealpost.sandbox.net.DaemonThreads;
import dev.sealpost.sandbox.whatsapp.account.Sender;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The webhooks of one sender: at least once each, at most {@value #MOST_IN_ONE} notices in a body and {@value #WORKERS}
 * bodies under way, tried again until answered 200. In memory about 50 bytes a pending notice, of which there are at most {@value #MOST_PENDING}.
 */
final class Webhooks implements AutoCloseable {
    static final int MOST_IN_ONE = 100;
    static final int WORKERS = 2;
    static final int MOST_PENDING = 1_000_000;

    private static final Logger log = LoggerFactory.getLogger(Webhooks.class);
    private static final long HELD_PAUSE = 20;

    private final Sender sender;
    private final WebhookBatch batches;
    private final WebhookClient client;
    private final Acknowledgements acknowledgements;
    private final BooleanSupplier held;
    private final DelayQueue<Due> queue = new DelayQueue<>();
    private final ExecutorService workers;
    private volatile Optional<URI> target;
    private volatile int failures;

    Webhooks(
            Sender sender,
            WebhookBatch batches,
            WebhookClient client,
            Acknowledgements acknowledgements,
            BooleanSupplier held) {
        this.sender = sender;
        this.batches = batches;
        this.client = client;
        this.acknowledgements = acknowledgements;
        this.held = held;
        this.target = sender.webhook();
        this.workers =
                Executors.newFixedThreadPool(WORKERS, DaemonThreads.named("sandbox-webhook-" + sender.phoneNumberId()));
    }

    void start() {
        for (int i = 0; i < WORKERS; i++) {
            workers.execute(this::work);
        }
    }

    /** From now on; what is pending goes there too. */
    void sendTo(URI newTarget) {
        target = Optional.of(newTarget);
    }

    boolean isWanted() {
        return target.isPresent();
    }

    /** What is too much to keep in memory is told after the next start. */
    void add(Notice notice, long at) {
        if (queue.size() < MOST_PENDING) {
            queue.add(Due.first(notice, at));
        }
    }

    int pending() {
        return queue.size();
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                post(nextBatch());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Due> nextBatch() throws InterruptedException {
        var batch = new ArrayList<Due>();
        batch.add(queue.take());
        while (held.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(HELD_PAUSE);
        }
        queue.drainTo(batch, MOST_IN_ONE - 1);
        return batch;
    }

    private void post(List<Due> batch) throws InterruptedException {
        URI to = target.orElseThrow();
        try {
            int status = client.post(to, batches.body(sender, batch), sender.appSecret());
            if (status == 200) {
                acknowledged(batch);
            } else {
                failed(batch, to, "answers " + status);
            }
        } catch (IOException e) {
            failed(batch, to, "cannot be reached (%s)".formatted(e.getClass().getSimpleName()));
            TimeUnit.MILLISECONDS.sleep(Backoff.after(failures));
        }
    }

    private void acknowledged(List<Due> batch) throws IOException {
        failures = 0;
        acknowledgements.add(batch.stream().map(Due::notice).toList());
    }

    private void failed(List<Due> batch, URI to, String why) {
        failures = Math.min(failures + 1, 30);
        if (failures == 1) {
            log.warn("The webhook {} {}; trying again until it answers 200", to, why);
        }
        long now = System.currentTimeMillis();
        batch.stream().filter(due -> !Backoff.isGivenUp(due.since(), now)).forEach(due -> queue.add(due.again(now)));
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
