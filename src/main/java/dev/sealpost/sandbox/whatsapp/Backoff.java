package dev.sealpost.sandbox.whatsapp;

/** Waits between tries of a webhook: 250 ms, doubled up to 5 s, for at most 7 days. */
final class Backoff {
    private static final long FIRST = 250;
    private static final long LONGEST = 5_000;
    private static final long DOUBLINGS_TO_LONGEST = 5;
    private static final long GIVE_UP = 7L * 24 * 3600 * 1000;

    private Backoff() {}

    /** In milliseconds, after so many failures. */
    static long after(int failures) {
        return failures > DOUBLINGS_TO_LONGEST ? LONGEST : Math.min(LONGEST, FIRST << (failures - 1));
    }

    static boolean isGivenUp(long sinceMillis, long nowMillis) {
        return nowMillis - sinceMillis > GIVE_UP;
    }
}
