package dev.sealpost.delivery;

import static java.util.stream.Collectors.toMap;

import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import dev.sealpost.pause.ActivePauses;
import dev.sealpost.pause.Pause;
import dev.sealpost.pause.PauseScope;
import dev.sealpost.pause.Pauses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Messages whose template or country is paused are held, and let all others pass, also the same person's. Pauses are asked for in the
 * claim's transaction and cannot end before it does, so that each held message is there when they are lifted.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PauseRule implements ClaimRule {

    /** Until every hub has heard that the sender is paused. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Pauses pauses;
    private final Channel channel;

    PauseRule(Pauses pauses, Channel channel) {
        this.pauses = pauses;
        this.channel = channel;
    }

    @Override
    public Map<MessageId, Wait> review(List<Candidate> candidates) {
        ActivePauses active = pauses.hold();
        if (active.all().isEmpty()) {
            return Map.of();
        }
        return candidates.stream()
                .flatMap(candidate -> wait(candidate, active).stream()
                        .map(wait -> Map.entry(candidate.message().id(), wait)))
                .collect(toMap(Entry::getKey, Entry::getValue));
    }

    private Optional<Wait> wait(Candidate candidate, ActivePauses active) {
        String account = channel.account(candidate.sender());
        Optional<Wait> held = Stream.of(
                        active.of(PauseScope.TEMPLATE, candidate.template()), ofCountry(candidate, account, active))
                .flatMap(Optional::stream)
                .findFirst()
                .map(pause -> new Wait.Held(reason(pause)));
        return held.or(() -> active.ofSender(candidate.sender(), account)
                .map(pause -> new Wait.Until(Instant.now().plus(SOON), reason(pause))));
    }

    private static Optional<Pause> ofCountry(Candidate candidate, String account, ActivePauses active) {
        return candidate.country() == null
                ? Optional.empty()
                : active.of(PauseScope.COUNTRY, PauseScope.countryKey(account, candidate.country()));
    }

    private static Reason reason(Pause pause) {
        return Reason.of(
                "paused",
                "%s %s, %s".formatted(pause.scope(), pause.key(), pause.reason().word()));
    }
}
