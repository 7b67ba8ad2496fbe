package dev.sealpost.delivery;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.message.MessageState;
import dev.sealpost.message.Reason;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * What an outcome means for a message. An outcome also resolves a message that was given up as uncertain meanwhile (the database was
 * away longer than the lease), but never one that a status webhook has moved on already.
 */
@Component
class Verdicts {

    private final RetryPolicy retries;

    Verdicts(RetryPolicy retries) {
        this.retries = retries;
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
        if (result instanceof DeliveryOutcome.RetryLater later) {
            return retry(message, move, later);
        }
        if (result instanceof DeliveryOutcome.Rejected rejected) {
            return rejected(outcome, move, rejected.reason());
        }
        return uncertain(message, ((DeliveryOutcome.Uncertain) result).reason());
    }

    static Move uncertain(ClaimedMessage message, Reason reason) {
        return Move.of(message.message(), MessageState.SENDING)
                .attempt(message.attempt())
                .to(MessageState.UNCERTAIN, reason);
    }

    /** An outage of the channel is not the message's fault: only its time to live ends it then. */
    private Move retry(ClaimedMessage message, Move.Builder move, DeliveryOutcome.RetryLater later) {
        Duration delay = retries.delay(message.attempt(), later.after());
        boolean tooLate = !Instant.now().plus(delay).isBefore(message.expiresAt());
        boolean usedUp = later.scope().usesUpAttempts() && retries.attemptsUsedUp(message.attempt());
        if (tooLate || usedUp) {
            return move.evidence("givenUp", tooLate ? "time-to-live" : "attempts")
                    .to(MessageState.FAILED, later.reason());
        }
        return move.after(delay).to(MessageState.QUEUED, later.reason());
    }

    private static Move rejected(Outcome outcome, Move.Builder move, Reason reason) {
        if (outcome.sealWasBroken()) {
            ClaimedMessage message = outcome.message();
            move.alsoRecords(message.message()
                    .entry(AuditKind.SEAL_BROKEN)
                    .outcome("refused")
                    .reason(reason)
                    .evidence("sha256", Sha256.hex(message.content()))
                    .build());
        }
        return move.to(MessageState.FAILED, reason);
    }
}
