package dev.sealpost.pacing;

import java.util.concurrent.TimeUnit;

/**
 * What this hub has sent by one number within a second, as the number's owner may count it: a message arrives there some time between
 * its departure and its answer. If the answer took longer than usual, the delay is taken to have been on the way there. So no more than
 * {@code most} arrive in any second, also if the network or the other side stood still meanwhile. Not thread-safe.
 */
class RecentSends {

    private static final long SLOT_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final int SLOTS = 101;
    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final int most;
    private final int[] arrivals = new int[SLOTS];
    private long newest;
    private int recent;
    private int underway;
    private long period;
    private long shortest = Long.MAX_VALUE;
    private long shortestBefore = Long.MAX_VALUE;

    RecentSends(int most, long now) {
        this.most = most;
        this.newest = Math.floorDiv(now, SLOT_NANOS);
    }

    int free(long now) {
        forget(now);
        return Math.max(0, most - recent - underway);
    }

    void departed(int count) {
        underway += count;
    }

    void gaveBack(int count) {
        underway -= count;
    }

    void answered(long now, long tookNanos) {
        underway--;
        arrived(now, now - usual(now, tookNanos), 1);
    }

    /** The shortest time of this period of ten seconds and the one before. */
    private long usual(long now, long tookNanos) {
        long current = Math.floorDiv(now, PERIOD_NANOS);
        if (current != period) {
            shortestBefore = current == period + 1 ? shortest : Long.MAX_VALUE;
            shortest = Long.MAX_VALUE;
            period = current;
        }
        shortest = Math.min(shortest, tookNanos);
        return Math.min(shortest, shortestBefore);
    }

    /** @param at when, within the last second */
    void arrived(long now, long at, int count) {
        forget(now);
        long slot = Math.max(Math.floorDiv(at, SLOT_NANOS), newest - SLOTS + 1);
        arrivals[(int) Math.floorMod(slot, (long) SLOTS)] += count;
        recent += count;
    }

    private void forget(long now) {
        long slot = Math.floorDiv(now, SLOT_NANOS);
        for (long next = Math.max(newest + 1, slot - SLOTS + 1); next <= slot; next++) {
            int index = (int) Math.floorMod(next, (long) SLOTS);
            recent -= arrivals[index];
            arrivals[index] = 0;
        }
        newest = Math.max(newest, slot);
    }
}
