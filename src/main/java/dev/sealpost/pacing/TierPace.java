package dev.sealpost.pacing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import dev.sealpost.message.SubjectRef;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many people each portfolio may begin with in a moving 24 hours, outside service windows. Exact across hubs: the portfolio's row
 * is locked while people are added. Portfolios without a limit cost nothing.
 *
 * <p>Places that become free are promised in the order in which messages asked, so that a long backlog is not looked at again and
 * again; who comes with a higher priority just then goes first.
 */
@Component
class TierPace {

    private static final Reason USED_UP =
            Reason.of("tier-limit", "the portfolio has begun with as many people as Meta allows in 24 hours");

    private final Map<String, PacedSender> senders;
    private final TierTable table;
    private final TierLimits limits;
    private final Duration lookAgain;

    TierPace(PacedSenders senders, TierTable table, TierLimits limits, PacingSettings settings) {
        this.senders = senders.all().stream().collect(toMap(PacedSender::name, sender -> sender));
        this.table = table;
        this.limits = limits;
        this.lookAgain = settings.tier().lookAgain();
    }

    Map<MessageId, Postponement> review(List<Planned> planned) {
        Map<MessageId, Postponement> postponed = new HashMap<>();
        limited(planned).forEach((portfolio, messages) -> postponed.putAll(review(portfolio, messages)));
        return postponed;
    }

    void claimed(List<Planned> planned) {
        limited(planned).forEach((portfolio, messages) -> table.count(portfolio, people(messages)));
    }

    /** Without people who count no more. */
    @Transactional
    TierUse current(String portfolio) {
        table.lock(portfolio);
        return table.expire(portfolio);
    }

    /** Those that count, by portfolio; in one order for all transactions. */
    private Map<String, List<Planned>> limited(List<Planned> planned) {
        return planned.stream()
                .filter(message -> !message.windowOpen() && isLimited(message))
                .collect(groupingBy(this::portfolio, TreeMap::new, toList()));
    }

    private boolean isLimited(Planned message) {
        PacedSender sender = senders.get(message.chat().sender());
        return sender != null && limits.isLimited(sender.portfolio());
    }

    private String portfolio(Planned message) {
        return senders.get(message.chat().sender()).portfolio();
    }

    private Map<MessageId, Postponement> review(String portfolio, List<Planned> messages) {
        TierUse use = table.lock(portfolio);
        int limit = limits.limit(use);
        if (use.people() + messages.size() > limit) {
            use = table.expire(portfolio);
        }
        int free = limit - use.people();
        if (messages.size() <= free) {
            return Map.of();
        }
        Set<SubjectRef> known = table.known(portfolio, people(messages));
        List<Planned> strangers = messages.stream()
                .filter(message -> !known.contains(message.chat().subject()))
                .toList();
        return postpone(use, strangers.subList(Math.min(Math.max(0, free), strangers.size()), strangers.size()));
    }

    private Map<MessageId, Postponement> postpone(TierUse use, List<Planned> waiting) {
        if (waiting.isEmpty()) {
            return Map.of();
        }
        Instant latest = Instant.now().plus(lookAgain);
        List<Instant> freed = table.freed(use.portfolio(), use.promisedUntil(), waiting.size()).stream()
                .filter(latest::isAfter)
                .toList();
        if (!freed.isEmpty()) {
            table.promise(use.portfolio(), freed.get(freed.size() - 1));
        }
        Map<MessageId, Postponement> postponed = new HashMap<>();
        for (int n = 0; n < waiting.size(); n++) {
            Instant until = n < freed.size() ? freed.get(n) : latest;
            postponed.put(waiting.get(n).message(), new Postponement(until, USED_UP));
        }
        return postponed;
    }

    private static List<SubjectRef> people(List<Planned> messages) {
        return messages.stream().map(message -> message.chat().subject()).toList();
    }
}
