package dev.sealpost.places;

import java.time.Duration;

/**
 * How long the hub waits for the other side of one transfer: for a while in all, and longer the more gets through. Only the time that is
 * spent reading from them or writing to them counts, not the hub's own work in between. Not for several threads.
 *
 * <p>Not guaranteed: that it ends exactly then. A single read or write that blocks is ended by the server's
 * {@code server.tomcat.connection-timeout}.
 */
public final class Patience {
    private final Duration wait;
    private final long bytesASecond;
    private long nanos;
    private long bytes;

    Patience(PatienceSettings settings) {
        this.wait = settings.patience();
        this.bytesASecond = settings.slowest().toBytes();
    }

    /**
     * @param elapsedNanos how long it took
     * @throws TooSlow if it is used up
     */
    public void spend(long elapsedNanos, int transferred) throws TooSlow {
        nanos += elapsedNanos;
        bytes += transferred;
        double allowed = wait.toNanos() + 1e9 * bytes / bytesASecond;
        if (nanos > allowed) {
            throw new TooSlow();
        }
    }
}
