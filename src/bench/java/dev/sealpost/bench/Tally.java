package dev.sealpost.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.BitSet;

/**
 * What the stub received since its last reset. An event's tracking link ends in its number and the microsecond at which it was
 * produced; every contender passes it on.
 */
final class Tally {

    private static final byte[] LINK = Event.LINK.getBytes(StandardCharsets.US_ASCII);
    private static final int MOST = 1_000_000;

    private final BitSet seen = new BitSet();
    private final int[] arrivals = new int[MOST];
    private final int[] latencies = new int[MOST];
    private int count;
    private int doubled;
    private long first;

    /** @return the event's number */
    synchronized long count(byte[] body) {
        long now = micros();
        int at = indexOf(body) + LINK.length;
        long number = number(body, at);
        long produced = number(body, at + Long.toString(number).length() + 1);
        first = count == 0 ? now : first;
        doubled += seen.get((int) number) ? 1 : 0;
        seen.set((int) number);
        arrivals[count] = (int) ((now - first) / 10);
        latencies[count++] = (int) Math.min(Integer.MAX_VALUE, now - produced);
        return number;
    }

    synchronized String toJson() {
        int[] sorted = Arrays.copyOf(latencies, count);
        Arrays.sort(sorted);
        return "{\"count\":%d,\"distinct\":%d,\"doubled\":%d,\"lastMicros\":%d,\"halfMicros\":%d,\"p50\":%d,\"p99\":%d}"
                .formatted(
                        count,
                        seen.cardinality(),
                        doubled,
                        count == 0 ? 0 : arrivals[count - 1] * 10L,
                        count == 0 ? 0 : arrivals[count / 2] * 10L,
                        percentile(sorted, 50),
                        percentile(sorted, 99));
    }

    static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    private static int percentile(int[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static long number(byte[] body, int from) {
        long value = 0;
        for (int i = from; i < body.length && body[i] >= '0' && body[i] <= '9'; i++) {
            value = value * 10 + body[i] - '0';
        }
        return value;
    }

    private static int indexOf(byte[] body) {
        for (int i = 0; i <= body.length - LINK.length; i++) {
            if (Arrays.equals(body, i, i + LINK.length, LINK, 0, LINK.length)) {
                return i;
            }
        }
        throw new IllegalArgumentException("A message without the event's link");
    }
}
