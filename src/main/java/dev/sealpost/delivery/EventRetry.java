package dev.sealpost.delivery;

import dev.sealpost.access.Caller;
import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditLog;
import dev.sealpost.intake.Accepted;
import dev.sealpost.intake.Admission;
import dev.sealpost.intake.EventEntrance;
import dev.sealpost.intake.RawEvent;
import dev.sealpost.intake.Vouching;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Hands the event of a dead letter to its flow again, through every step and check, as a message of its own that takes the refused
 * one's place. Its acceptance, the end of the letter and the audit are one transaction: of those who retry a letter at the same time
 * one is answered what became of it, the others that it is gone.
 */
@Component
class EventRetry {
    private final ObjectProvider<EventEntrance> entrance;
    private final DeadLetterTable letters;
    private final AuditLog audit;

    EventRetry(ObjectProvider<EventEntrance> entrance, DeadLetterTable letters, AuditLog audit) {
        this.entrance = entrance;
        this.letters = letters;
        this.audit = audit;
    }

    RetryResult retry(StoredLetter letter, byte[] body, Caller caller) {
        return lostSignature(letter)
                .map(header -> RetryResult.kept(
                        letter,
                        "signature-not-kept: its flow wants it in the header " + header
                                + ", which a dead letter does not hold; its source must send the event again, signed"))
                .orElseGet(() -> admit(letter, body, caller));
    }

    /** The header it was looked for in, if checking it again is in vain. */
    private Optional<String> lostSignature(StoredLetter letter) {
        return entrance.getObject().signatureHeader(letter.flow(), letter.verifiedBy());
    }

    private RetryResult admit(StoredLetter letter, byte[] body, Caller caller) {
        try {
            Admission admission = entrance.getObject()
                    .accept(letter.flow(), List.of(event(letter, body)), accepted -> end(letter, accepted, caller));
            return result(letter, admission);
        } catch (LetterGone other) {
            return RetryResult.gone(letter);
        }
    }

    private static RawEvent event(StoredLetter letter, byte[] body) {
        return new RawEvent(body, "dead-letter:" + letter.id(), vouching(letter), letter.message());
    }

    /** The hub vouches only for whom it verified: the flow may ask for another signer by now. */
    private static Vouching vouching(StoredLetter letter) {
        return letter.verifiedBy() == null ? new Vouching.Nothing() : new Vouching.CheckedBefore(letter.verifiedBy());
    }

    private void end(StoredLetter letter, List<Accepted> accepted, Caller caller) {
        if (!letters.delete(letter)) {
            throw new LetterGone();
        }
        RetryResult result = RetryResult.of(letter, accepted.get(0));
        audit.append(LetterEntries.about(AuditKind.DEAD_LETTER_RETRIED, letter, caller)
                .outcome(result.outcome())
                .evidence("retriedAs", result.message())
                .build());
    }

    private static RetryResult result(StoredLetter letter, Admission admission) {
        if (admission instanceof Admission.Admitted admitted) {
            return RetryResult.of(letter, admitted.events().get(0));
        }
        if (admission instanceof Admission.Unavailable) {
            return RetryResult.kept(letter, RetryResult.UNAVAILABLE);
        }
        return admission instanceof Admission.Stopped
                ? RetryResult.kept(letter, "flow-stopped: the flow does not run")
                : RetryResult.kept(letter, "unknown-flow: there is no such flow any more");
    }

    /** Somebody else retried or discarded it meanwhile; nothing of this retry is kept. */
    private static final class LetterGone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LetterGone() {
            super("The dead letter is gone", null, false, false);
        }
    }
}
