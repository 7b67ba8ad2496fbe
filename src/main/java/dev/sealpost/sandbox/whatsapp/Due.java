package dev.sealpost.sandbox.whatsapp;

import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/**
 * A notice and when it is next tried.
 *
 * @param since when it was due first, in milliseconds since the epoch
 * @param at when it is tried next, in milliseconds since the epoch
 * @param attempts how often it has failed
 */
record Due(Notice notice, long since, long at, int attempts) implements Delayed {
    static Due first(Notice notice, long at) {
        return new Due(notice, at, at, 0);
    }

    Due again(long now) {
        return new Due(notice, since, now + Backoff.after(attempts + 1), attempts + 1);
    }

    @Override
    public long getDelay(TimeUnit unit) {
        return unit.convert(at - System.currentTimeMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
        return Long.compare(at, ((Due) other).at);
    }
}
