package dev.sealpost.delivery;

import dev.sealpost.consent.ConsentGate;
import dev.sealpost.consent.ConsentSnapshot;
import dev.sealpost.message.MessageState;
import dev.sealpost.message.Reason;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.vault.DataKey;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Decides, at the last moment before a message is sent, whether it still may be. */
@Component
class LastCheck {

    static final Reason EXPIRED = Reason.of("expired", "its time to live ended before it could be sent");
    private static final Reason ERASED = Reason.of("erased", "the person's key was destroyed");

    private final ConsentGate gate;
    private final Marketing marketing;

    LastCheck(ConsentGate gate, Marketing marketing) {
        this.gate = gate;
        this.marketing = marketing;
    }

    /** To {@code SENDING}, or to {@code FAILED} or {@code BLOCKED} with the reason. */
    Move rule(Candidate candidate, ConsentSnapshot consents, Map<SubjectRef, DataKey> keys, String hub) {
        Move.Builder move = Move.of(candidate.message(), MessageState.QUEUED);
        if (candidate.expired()) {
            return move.to(MessageState.FAILED, EXPIRED);
        }
        if (!keys.containsKey(candidate.message().subject())) {
            return move.to(MessageState.BLOCKED, ERASED);
        }
        return gate.objection(candidate.message().subject(), candidate.message().purpose(), consents)
                .or(() -> marketing.objection(candidate))
                .map(objection -> move.to(MessageState.BLOCKED, objection))
                .orElseGet(() -> sending(move, candidate, consents, hub));
    }

    private static Move sending(Move.Builder move, Candidate candidate, ConsentSnapshot consents, String hub) {
        return move.claimedBy(hub)
                .evidence("attempt", candidate.attempts() + 1)
                .evidence("consent", evidence(candidate, consents))
                .to(MessageState.SENDING);
    }

    private static String evidence(Candidate candidate, ConsentSnapshot consents) {
        return consents.of(candidate.message().subject(), candidate.message().purpose())
                .map(state -> "consent:" + state.eventId())
                .orElse(null);
    }
}
