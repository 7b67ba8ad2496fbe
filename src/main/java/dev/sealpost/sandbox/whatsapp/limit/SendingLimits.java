package dev.sealpost.sandbox.whatsapp.limit;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * Lets messages through or says which limit they exceed, and counts those. Switching starts the counts and all memory
 * anew. Off costs one volatile read.
 *
 * <p>Not guaranteed: that inbound messages count towards the messages a second, as Meta's do.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/overview#throughput">Throughput</a>
 */
public final class SendingLimits {
    private record InForce(Limits limits, Enforcement enforcement, Map<LimitKind, LongAdder> exceeded) {}

    private final InstantSource clock;
    private volatile InForce inForce;

    public SendingLimits(InstantSource clock) {
        this.clock = clock;
        switchTo(Limits.OFF);
    }

    public void switchTo(Limits limits) {
        var exceeded = new EnumMap<LimitKind, LongAdder>(LimitKind.class);
        for (LimitKind kind : LimitKind.values()) {
            exceeded.put(kind, new LongAdder());
        }
        inForce = new InForce(limits, new Enforcement(limits), exceeded);
    }

    /** The limit that the message exceeds, if it does; otherwise it is let through. */
    public Optional<LimitKind> exceeded(Attempt attempt) {
        InForce current = inForce;
        if (current.limits().enforcesNothing()) {
            return Optional.empty();
        }
        Optional<LimitKind> exceeded = current.enforcement().exceeded(attempt, clock.millis());
        exceeded.ifPresent(kind -> current.exceeded().get(kind).increment());
        return exceeded;
    }

    public Limits limits() {
        return inForce.limits();
    }

    public long exceeded(LimitKind kind) {
        return inForce.exceeded().get(kind).sum();
    }
}
