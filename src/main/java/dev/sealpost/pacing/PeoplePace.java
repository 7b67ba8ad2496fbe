package dev.sealpost.pacing;

import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import dev.sealpost.window.Chat;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How fast people may be written to: each by one sender (pair), how many of them by one portfolio (tier), and with marketing. Takes part
 * in the transaction that claims the messages, by a constant number of statements; what it cannot read admits nothing.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PeoplePace {

    private static final Reason PAIR = Reason.of("pair-limit", "the person gets messages faster than Meta allows");
    private static final Reason DELAYED = Reason.of("person-delayed", "Meta asked to wait with messages to the person");

    private final PairTable pairs;
    private final MarketingPace marketing;
    private final TierPace tiers;
    private final MeterRegistry meters;

    PeoplePace(PairTable pairs, MarketingPace marketing, TierPace tiers, MeterRegistry meters) {
        this.pairs = pairs;
        this.marketing = marketing;
        this.tiers = tiers;
        this.meters = meters;
    }

    /**
     * Which of these have to wait. The others may go, in this transaction only; for the limit of their pair they count already.
     *
     * @param planned in the order in which they would go; at most one for each person
     */
    public Map<MessageId, Postponement> review(List<Planned> planned) {
        Map<MessageId, Postponement> postponed = new HashMap<>(marketing.review(planned));
        postponed.putAll(tiers.review(without(postponed, planned)));
        postponed.putAll(pairs(without(postponed, planned)));
        postponed.values().forEach(this::count);
        return postponed;
    }

    /** These go now. */
    public void claimed(List<Planned> planned) {
        marketing.claimed(planned);
        tiers.claimed(planned);
    }

    /** Meta asked to wait with messages to these people by these senders (131056). */
    public void delay(Collection<Chat> chats) {
        if (!chats.isEmpty()) {
            pairs.delay(chats);
        }
    }

    private void count(Postponement postponement) {
        meters.counter(
                        "sealpost.pacing.postponed",
                        "reason",
                        postponement.reason().word())
                .increment();
    }

    private Map<MessageId, Postponement> pairs(List<Planned> planned) {
        if (planned.isEmpty()) {
            return Map.of();
        }
        Map<Chat, PairWait> waiting =
                pairs.take(planned.stream().map(Planned::chat).toList());
        Map<MessageId, Postponement> postponed = new HashMap<>();
        for (Planned message : planned) {
            PairWait wait = waiting.get(message.chat());
            if (wait != null) {
                postponed.put(message.message(), new Postponement(wait.until(), wait.delayed() ? DELAYED : PAIR));
            }
        }
        return postponed;
    }

    private static List<Planned> without(Map<MessageId, Postponement> postponed, List<Planned> planned) {
        if (postponed.isEmpty()) {
            return planned;
        }
        List<Planned> left = new ArrayList<>(planned);
        left.removeIf(message -> postponed.containsKey(message.message()));
        return left;
    }
}
