package dev.sealpost.delivery;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.message.MessageState;
import dev.sealpost.message.Reason;
import org.springframework.stereotype.Component;

/**
 * What an outcome means for a message. An outcome also resolves a message that was given up as uncertain meanwhile (the database was
 * away longer than the lease), but never one that a status webhook has moved on already.
 */
@Component
class Verdicts {

    private final RefusalPolicy policy;

    Verdicts(RefusalPolicy policy) {
        this.policy = policy;
    }

    Move move(Outcome outcome) {
        ClaimedMessage message = outcome.message();
        Move.Builder move = Move.of(message.message(), MessageState.SENDING, MessageState.UNCERTAIN)
                .attempt(message.attempt());
        DeliveryOutcome result = outcome.result();
        if (result instanceof DeliveryOutcome.Accepted accepted) {
            return move.channelId(accepted.channelId())
                    .evidence("wamid", accepted.channelId())
                    .to(MessageState.SENT);
        }
        if (result instanceof DeliveryOutcome.Refusal refusal) {
            return refused(outcome, move, refusal);
        }
        return uncertain(message, ((DeliveryOutcome.Uncertain) result).reason());
    }

    static Move uncertain(ClaimedMessage message, Reason reason) {
        return Move.of(message.message(), MessageState.SENDING)
                .attempt(message.attempt())
                .counting(Scope.MESSAGE)
                .to(MessageState.UNCERTAIN, reason);
    }

    private Move refused(Outcome outcome, Move.Builder move, DeliveryOutcome.Refusal refusal) {
        move.evidence("errorCode", refusal.code());
        Ruling ruling = policy.rule(refusal, outcome.message().tried());
        if (ruling instanceof Ruling.Again again) {
            return move.after(again.delay()).counting(again.scope()).to(MessageState.QUEUED, refusal.reason());
        }
        return ended(outcome, move.evidence("givenUp", ((Ruling.Final) ruling).givenUp()), refusal);
    }

    private Move ended(Outcome outcome, Move.Builder move, DeliveryOutcome.Refusal refusal) {
        if (outcome.sealWasBroken()) {
            move.alsoRecords(outcome.message()
                    .message()
                    .entry(AuditKind.SEAL_BROKEN)
                    .outcome("refused")
                    .reason(refusal.reason())
                    .evidence("sha256", Sha256.hex(outcome.message().content()))
                    .build());
        }
        return move.to(MessageState.FAILED, refusal.reason());
    }
}
