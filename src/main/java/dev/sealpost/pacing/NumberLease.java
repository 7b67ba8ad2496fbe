package dev.sealpost.pacing;

import java.util.concurrent.TimeUnit;

/**
 * This hub's part of one number's pace: leased from the shared bucket in small blocks, and forgotten if not used within a second. A hub
 * that has little to send leases little.
 */
class NumberLease {

    private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long REFUSED_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final NumberRate rate;
    private final NumberTable table;
    private final RecentSends recent;
    private int held;
    private int demand = 1;
    private boolean moreWanted;
    private int inbound;
    private long leasedAt;
    private long askAgainAt;

    /** @param now a time of {@link System#nanoTime()}, like all times here */
    NumberLease(NumberRate rate, int most, NumberTable table, long now) {
        this.rate = rate;
        this.table = table;
        this.recent = new RecentSends(most, now);
        this.leasedAt = now;
        this.askAgainAt = now;
    }

    synchronized int admit(int atMost, long now) {
        int free = Math.min(atMost, recent.free(now));
        if (free == 0) {
            return 0;
        }
        lease(Math.min(free, demand), now);
        int admitted = Math.min(free, held);
        held -= admitted;
        recent.departed(admitted);
        return admitted;
    }

    private void lease(int wanted, long now) {
        if (now - leasedAt > KEPT_NANOS) {
            held = 0;
            demand = moreWanted ? demand : 1;
            moreWanted = false;
        }
        int asked = wanted - held;
        if (asked <= 0 || now < askAgainAt) {
            return;
        }
        int granted = table.lease(rate, asked, inbound);
        inbound = 0;
        held += granted;
        leasedAt = now;
        askAgainAt = granted < asked ? now + REFUSED_NANOS : now;
    }

    synchronized void giveBack(int count) {
        held += count;
        recent.gaveBack(count);
    }

    /** More is to be sent than was admitted: the next lease is larger. */
    synchronized void exhausted() {
        moreWanted = true;
        demand = Math.min(demand * 2, rate.block());
    }

    synchronized void answered(long now, long tookNanos) {
        recent.answered(now, tookNanos);
    }

    /** Inbound messages count too; the bucket learns of them with the next lease. */
    synchronized void received(int count, long now) {
        inbound += count;
        recent.arrived(now, now, count);
    }
}
