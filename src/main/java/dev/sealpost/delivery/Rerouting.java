package dev.sealpost.delivery;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Queued messages whose sender is stopped, or is not configured any more, go by another one that may send them. Those that no other
 * serves wait, and so do free-form ones whose person wrote to the stopped sender only.
 */
@Component
class Rerouting implements Sweep {

    private static final UUID FIRST = new UUID(0, 0);

    private final StrandedMessages stranded;
    private final Channel channel;
    private final SenderLimits limits;
    private final SenderChoice choice;
    private UUID after = FIRST;

    Rerouting(StrandedMessages stranded, Channel channel, SenderLimits limits, SenderChoice choice) {
        this.stranded = stranded;
        this.channel = channel;
        this.limits = limits;
        this.choice = choice;
    }

    /** Goes through all of them batch by batch, and begins anew with the next sweep. */
    @Override
    @Transactional
    public boolean sweep() {
        List<Stranded> some = stranded.find(withoutSender(), after, BATCH);
        Function<Outgoing, String> senders =
                choice.among(some.stream().map(Stranded::message).toList());
        stranded.move(some.stream()
                .map(message -> message.movedTo(senders.apply(message.message())))
                .filter(Objects::nonNull)
                .toList());
        boolean more = some.size() == BATCH;
        after = more ? some.get(BATCH - 1).id() : FIRST;
        return more;
    }

    private List<String> withoutSender() {
        Set<String> known = channel.senders();
        return stranded.sendersWithWork().stream()
                .filter(sender -> !known.contains(sender) || limits.isStopped(sender))
                .toList();
    }
}
