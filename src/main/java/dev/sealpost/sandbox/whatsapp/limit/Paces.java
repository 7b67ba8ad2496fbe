package dev.sealpost.sandbox.whatsapp.limit;

import java.util.HashMap;
import java.util.Map;

/**
 * A pace for each key: a bucket of so many tokens, one of which comes back after each interval. Kept as the generic cell
 * rate algorithm's theoretical arrival time (ITU-T I.371), one number a key; keys whose bucket is full again are forgotten.
 */
final class Paces {
    private static final int SWEPT_ABOVE = 50_000;
    private static final long NANOS_IN_MILLI = 1_000_000;

    private final long interval;
    private final long tolerance;
    private final Map<String, Long> arrivals = new HashMap<>();
    private int sweptAbove = SWEPT_ABOVE;

    /**
     * @param interval in nanoseconds
     * @param burst how many may come at once
     */
    Paces(long interval, int burst) {
        this.interval = interval;
        this.tolerance = interval * (burst - 1);
    }

    boolean take(String key, long nowMillis) {
        long now = nowMillis * NANOS_IN_MILLI;
        long arrival = Math.max(arrivals.getOrDefault(key, now), now);
        if (arrival - now > tolerance) {
            return false;
        }
        arrivals.put(key, arrival + interval);
        if (arrivals.size() > sweptAbove) {
            sweep(now);
        }
        return true;
    }

    private void sweep(long now) {
        arrivals.values().removeIf(arrival -> arrival <= now);
        sweptAbove = Math.max(SWEPT_ABOVE, arrivals.size() * 2);
    }
}
