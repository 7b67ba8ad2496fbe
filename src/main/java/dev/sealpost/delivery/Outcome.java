package dev.sealpost.delivery;

import dev.sealpost.message.Reason;
import java.time.Duration;
import java.util.List;

/** What came of sending one claimed message. */
record Outcome(ClaimedMessage message, DeliveryOutcome result, Duration took, AttemptRecords records) {

    /** It was found out before that it cannot be sent; that says nothing about the channel. */
    boolean neverReachedChannel() {
        return result instanceof DeliveryOutcome.Rejected rejected && !rejected.byChannel();
    }

    boolean sealWasBroken() {
        return result instanceof DeliveryOutcome.Rejected rejected
                && rejected.reason().equals(Sender.SEAL_BROKEN);
    }

    /** What follows for others, if it was refused. */
    List<Consequence> consequences() {
        return result instanceof DeliveryOutcome.Refusal refusal
                ? message.tried().consequences(refusal)
                : List.of();
    }

    /** The same attempt, its result unknown because it cannot be written down. */
    Outcome unrecordable() {
        Reason reason = Reason.of("outcome-not-recordable", "the channel's answer cannot be written down");
        return new Outcome(message, new DeliveryOutcome.Uncertain(reason), took, new AttemptRecords());
    }
}
