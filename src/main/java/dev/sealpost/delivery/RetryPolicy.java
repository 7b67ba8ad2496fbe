package dev.sealpost.delivery;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/**
 * When a message is tried again: after a random time up to a bound that doubles with each attempt ("full jitter"), and never before
 * the channel said. Random from zero on, because retries that start together must not come back together.
 */
@Component
class RetryPolicy {

    private final DeliverySettings settings;

    RetryPolicy(DeliverySettings settings) {
        this.settings = settings;
    }

    /**
     * @param attempt the one that failed, 1 for the first
     * @param atLeast what the channel asked for, or null
     */
    Duration delay(int attempt, Duration atLeast) {
        Duration random = Duration.ofMillis(
                ThreadLocalRandom.current().nextLong(bound(attempt).toMillis() + 1));
        return atLeast == null || atLeast.compareTo(random) < 0 ? random : atLeast;
    }

    Duration bound(int attempt) {
        Duration bound = settings.firstBackoff();
        for (int n = 1; n < attempt && bound.compareTo(settings.maxBackoff()) < 0; n++) {
            bound = bound.multipliedBy(2);
        }
        return bound.compareTo(settings.maxBackoff()) < 0 ? bound : settings.maxBackoff();
    }

    boolean attemptsUsedUp(int attempt) {
        return attempt >= settings.maxAttempts();
    }
}
