package dev.sealpost.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for something outside this process. */
final class Patience {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private Patience() {}

    /** What is awaited. */
    interface Condition {
        boolean holds() throws Exception;
    }

    /** @throws IllegalStateException after ten minutes, or with what the condition threw */
    static void until(String what, Condition condition) {
        Instant end = Instant.now().plus(LIMIT);
        try {
            while (!condition.holds()) {
                if (Instant.now().isAfter(end)) {
                    throw new IllegalStateException("Given up waiting: " + what);
                }
                LockSupport.parkNanos(PAUSE);
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("While waiting: " + what, e);
        }
    }
}
