package dev.sealpost.sandbox.whatsapp.limit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which limits are enforced; null is not.
 *
 * @param perSecond messages a second of one phone number id, a second's worth of them at once
 * @param pair messages of one phone number id to one person
 * @param tier people an account may begin to write to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Limits(Integer perSecond, Pair pair, Tier tier) {
    public static final Limits OFF = new Limits(null, null, null);

    /**
     * @param everyMillis one message in this time, in the long run
     * @param burst so many at once, paid back by waiting
     */
    public record Pair(long everyMillis, int burst) {}

    /**
     * @param people distinct ones
     * @param windowMillis in any period of this length
     */
    public record Tier(int people, long windowMillis) {}

    public boolean enforcesNothing() {
        return perSecond == null && pair == null && tier == null;
    }

    /** What is wrong with it, if anything. */
    public Optional<String> objection() {
        return Stream.of(
                        positive("perSecond", perSecond == null ? 1 : perSecond),
                        positive("pair.everyMillis", pair == null ? 1 : pair.everyMillis()),
                        positive("pair.burst", pair == null ? 1 : pair.burst()),
                        positive("tier.people", tier == null ? 1 : tier.people()),
                        positive("tier.windowMillis", tier == null ? 1 : tier.windowMillis()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> positive(String name, long value) {
        return value > 0
                ? Optional.empty()
                : Optional.of("%s is %d: allowed is a number above 0, or leave it out to switch the limit off"
                        .formatted(name, value));
    }
}
