package dev.sealpost.pause;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** When a pause is probed again: the wait doubles from the first to the longest, half of it at random ("equal jitter"). */
final class ProbeInterval {

    private ProbeInterval() {}

    /** @param probes that were made before, 1 or more */
    static Duration after(int probes, PauseSettings settings) {
        Duration wait = settings.firstProbe();
        for (int n = 0; n < probes && wait.compareTo(settings.longestProbe()) < 0; n++) {
            wait = wait.multipliedBy(2);
        }
        return jittered(wait.compareTo(settings.longestProbe()) < 0 ? wait : settings.longestProbe());
    }

    static Duration jittered(Duration wait) {
        long half = wait.toMillis() / 2;
        return Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(half + 1));
    }
}
