package dev.sealpost.whatsapp.account;

import dev.sealpost.message.Reason;
import dev.sealpost.pause.NewPause;
import dev.sealpost.pause.PauseScope;
import dev.sealpost.pause.Pauses;
import dev.sealpost.whatsapp.SenderStanding;
import dev.sealpost.whatsapp.SenderStanding.State;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Makes a stopped sender a paused one, so that it stands where an operator looks for what does not go, and lifts that pause when its
 * reason is over. Lifted by hand it changes nothing: {@link Standings} holds the sender back as long as the reason is there, and the
 * next check pauses it again.
 */
@Component
class AccountPauses {

    private static final Set<String> REASONS = Set.of(
            "region-mismatch",
            "region-unreadable",
            "proof-refused",
            "token-invalid",
            "token-expired",
            "token-scope-missing");

    private static final String HUB = "hub";

    private final Pauses pauses;

    AccountPauses(Pauses pauses) {
        this.pauses = pauses;
    }

    /** In the caller's transaction. */
    void follow(SenderStanding standing) {
        Set<String> present = standing.state() == State.STOPPED
                ? standing.reasons().stream().map(Reason::word).collect(Collectors.toSet())
                : Set.of();
        Set<String> over =
                REASONS.stream().filter(word -> !present.contains(word)).collect(Collectors.toSet());
        pauses.lift(PauseScope.SENDER, standing.sender(), over, HUB);
        if (!present.isEmpty()) {
            pauses.begin(standing.reasons().stream()
                    .map(reason -> new NewPause(PauseScope.SENDER, standing.sender(), reason, null, false, null, HUB))
                    .toList());
        }
    }
}
