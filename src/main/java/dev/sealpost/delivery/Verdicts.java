package dev.sealpost.delivery;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.message.MessageState;
import dev.sealpost.message.Reason;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What an outcome means for a message. An outcome also resolves a message that was given up as uncertain meanwhile (the database was
 * away longer than the lease), but never one that a status webhook has moved on already.
 */
@Component
class Verdicts {

    private final RetryPolicy retries;
    private final Breaker breaker;
    private final Clock clock;

    @Autowired
    Verdicts(RetryPolicy retries, Breaker breaker) {
        this(retries, breaker, Clock.systemUTC());
    }

    Verdicts(RetryPolicy retries, Breaker breaker, Clock clock) {
        this.retries = retries;
        this.breaker = breaker;
        this.clock = clock;
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

    private Move retry(ClaimedMessage message, Move.Builder move, DeliveryOutcome.RetryLater later) {
        Duration delay = retries.delay(message.attempt(), later.after());
        boolean tooLate = !clock.instant().plus(delay).isBefore(message.expiresAt());
        boolean probe = later.channelDown() && breaker.isOpen();
        if (tooLate || retries.attemptsUsedUp(message.attempt()) && !probe) {
            return move.evidence("givenUp", tooLate ? "time-to-live" : "attempts")
                    .to(MessageState.FAILED, later.reason());
        }
        return move.after(delay).to(MessageState.QUEUED, later.reason());
    }

    private static Move rejected(Outcome outcome, Move.Builder move, Reason reason) {
        if (outcome.neverReachedChannel()) {
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
