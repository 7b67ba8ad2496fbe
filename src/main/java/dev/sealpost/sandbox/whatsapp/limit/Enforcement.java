package dev.sealpost.sandbox.whatsapp.limit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The limits in force with what they remember. A message that exceeds one takes nothing from the others that come later,
 * in the order throughput, pair, tier.
 */
final class Enforcement {
    private static final long SECOND = 1_000_000_000;
    private static final long MILLISECOND = 1_000_000;

    private final Limits limits;
    private final Map<String, Paces> numbers = new HashMap<>();
    private final Map<String, Paces> pairs = new HashMap<>();
    private final Map<String, MovingWindow> tiers = new HashMap<>();

    Enforcement(Limits limits) {
        this.limits = limits;
    }

    synchronized Optional<LimitKind> exceeded(Attempt attempt, long nowMillis) {
        if (limits.perSecond() != null && !number(attempt).take("", nowMillis)) {
            return Optional.of(LimitKind.PER_SECOND);
        }
        if (limits.pair() != null && !pair(attempt).take(attempt.person(), nowMillis)) {
            return Optional.of(LimitKind.PAIR);
        }
        if (limits.tier() != null && !attempt.answers() && !tier(attempt).take(attempt.person(), nowMillis)) {
            return Optional.of(LimitKind.TIER);
        }
        return Optional.empty();
    }

    private Paces number(Attempt attempt) {
        int rate = limits.perSecond();
        return numbers.computeIfAbsent(attempt.sender(), sender -> new Paces(SECOND / rate, rate));
    }

    private Paces pair(Attempt attempt) {
        Limits.Pair pair = limits.pair();
        return pairs.computeIfAbsent(
                attempt.sender(), sender -> new Paces(pair.everyMillis() * MILLISECOND, pair.burst()));
    }

    private MovingWindow tier(Attempt attempt) {
        Limits.Tier tier = limits.tier();
        return tiers.computeIfAbsent(
                attempt.account(), account -> new MovingWindow(tier.people(), tier.windowMillis()));
    }
}
