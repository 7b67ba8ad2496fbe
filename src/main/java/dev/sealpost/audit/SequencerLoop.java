package dev.sealpost.audit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the sequencer on a thread of its own: at once again after a full batch, else after a short rest, and while the database
 * does not answer with growing pauses. Starts before and stops after whatever appends.
 */
@Component
class SequencerLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SequencerLoop.class);
    private static final Duration LAST_BATCH = Duration.ofSeconds(5);

    private final Sequencer sequencer;
    private final AuditSettings settings;
    private volatile CountDownLatch stopRequested;
    private volatile String lastError;
    private Thread thread;
    private Duration backoff;

    SequencerLoop(DataSource source, AuditSettings settings) {
        this.sequencer = new Sequencer(source, settings.batch());
        this.settings = settings;
    }

    /** The class of what went wrong in the last run, if it did. */
    Optional<String> lastError() {
        return Optional.ofNullable(lastError);
    }

    @Override
    public void start() {
        stopRequested = new CountDownLatch(1);
        backoff = settings.interval();
        thread = new Thread(this::run, "audit-sequencer");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        stopRequested.countDown();
        try {
            thread.join(LAST_BATCH.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null && thread.isAlive();
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1;
    }

    private void run() {
        try {
            Duration rest = turn();
            while (!stopRequested.await(rest.toNanos(), TimeUnit.NANOSECONDS)) {
                rest = turn();
            }
            turn();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return how long to rest */
    private Duration turn() {
        try {
            int moved = sequencer.moveBatch();
            recovered();
            return moved < settings.batch() ? settings.interval() : Duration.ZERO;
        } catch (RuntimeException | Error e) {
            return failed(e);
        }
    }

    private void recovered() {
        if (lastError != null) {
            LOG.info("The audit's sequencer works again");
            lastError = null;
            backoff = settings.interval();
        }
    }

    private Duration failed(Throwable e) {
        if (lastError == null) {
            LOG.warn("The audit's sequencer cannot work; entries wait in audit_pending until it can: {}", e.toString());
        }
        lastError = e.getClass().getSimpleName();
        Duration doubled = backoff.multipliedBy(2);
        backoff = doubled.compareTo(settings.maxBackoff()) < 0 ? doubled : settings.maxBackoff();
        return backoff;
    }
}
