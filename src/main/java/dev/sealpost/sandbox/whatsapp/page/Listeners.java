package dev.sealpost.sandbox.whatsapp.page;

import com.sun.net.httpserver.HttpExchange;
import dev.sealpost.sandbox.net.DaemonThreads;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pages that listen, {@value #MOST} at most, each looked after five times a second by a thread it cannot take from the Cloud API: one that
 * does not read what it is sent holds up itself only.
 */
final class Listeners implements AutoCloseable {
    static final int MOST = 16;

    private static final Logger log = LoggerFactory.getLogger(Listeners.class);
    private static final long LOOK_EVERY_MILLIS = 200;

    private final ScheduledExecutorService threads =
            Executors.newScheduledThreadPool(MOST, DaemonThreads.named("sandbox-page"));
    private final Semaphore room = new Semaphore(MOST);

    /** Whether there was room. */
    boolean add(HttpExchange exchange, Feed feed, String moment) {
        if (!room.tryAcquire()) {
            return false;
        }
        var listener = new Listener(exchange, feed, moment);
        attend(listener, listener::greet, 0);
        return true;
    }

    private interface Step {
        void take() throws IOException;
    }

    private void attend(Listener listener, Step step, long delay) {
        try {
            threads.schedule(() -> take(listener, step), delay, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            leave(listener);
        }
    }

    private void take(Listener listener, Step step) {
        try {
            step.take();
            attend(listener, listener::look, LOOK_EVERY_MILLIS);
        } catch (IOException e) {
            log.debug("A page no longer listens: {}", e.getClass().getSimpleName());
            leave(listener);
        } catch (RuntimeException e) {
            log.error("The phone page cannot be told what changed", e);
            leave(listener);
        }
    }

    private void leave(Listener listener) {
        listener.close();
        room.release();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
