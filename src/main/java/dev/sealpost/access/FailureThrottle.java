package dev.sealpost.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Counts wrong credentials by source, which is an address on one of the ports, a token bucket for each. A right key is let in however many wrong ones came from its
 * address, so that nobody locks out a neighbour; what is slowed down is guessing. Sources beyond the most that are kept start
 * anew: this is a brake, not the lock. The lock is that a key has 256 random bits.
 */
@Component
class FailureThrottle {
    private static final int MOST_SOURCES = 10_000;

    private final int most;
    private final Duration refill;
    private final Clock clock;
    private final Map<String, Bucket> buckets = BoundedMap.of(MOST_SOURCES);

    @Autowired
    FailureThrottle(AccessSettings settings) {
        this(settings.failuresPerMinute(), Clock.systemUTC());
    }

    FailureThrottle(int failuresPerMinute, Clock clock) {
        this.most = failuresPerMinute;
        this.refill = Duration.ofMinutes(1).dividedBy(failuresPerMinute);
        this.clock = clock;
    }

    /** Counts a failure. @return how long to wait if there were too many, empty if not */
    Optional<Duration> failed(String source) {
        Bucket bucket = buckets.compute(source, (key, old) -> refilled(old).afterFailure());
        return bucket.left() < 0 ? Optional.of(wait(bucket)) : Optional.empty();
    }

    /** @return how long to wait if there were too many failures, empty if there is one left */
    Optional<Duration> exhausted(String source) {
        Bucket bucket = refilled(buckets.get(source));
        return bucket.left() <= 0 ? Optional.of(wait(bucket)) : Optional.empty();
    }

    private Bucket refilled(Bucket old) {
        Instant now = clock.instant();
        if (old == null) {
            return new Bucket(most, now);
        }
        if (now.isBefore(old.since())) {
            return new Bucket(old.left(), now);
        }
        long gained = Duration.between(old.since(), now).dividedBy(refill);
        return gained == 0 ? old : new Bucket(Math.min(most, Math.max(0, old.left()) + gained), now);
    }

    private Duration wait(Bucket bucket) {
        Duration left = Duration.between(clock.instant(), bucket.since().plus(refill));
        return left.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : left;
    }

    private record Bucket(long left, Instant since) {

        Bucket afterFailure() {
            return new Bucket(Math.max(-1, left - 1), since);
        }
    }
}
