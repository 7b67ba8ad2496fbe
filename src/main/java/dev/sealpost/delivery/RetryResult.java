package dev.sealpost.delivery;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sealpost.intake.Accepted;
import java.util.UUID;

/**
 * What became of a dead letter that was tried again.
 *
 * @param letter the letter
 * @param outcome {@code queued}, {@code recorded}: the flow ends without a message, {@code refused}, {@code dead-letter} (a new one), {@code duplicate}: it came in again by itself;
 *     these end the letter. {@code kept}: nothing was done, the reason says why; {@code gone}: somebody else was first
 * @param message the message it is now; null if nothing was done
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RetryResult(UUID letter, String outcome, UUID message, String reason) {

    static final String UNAVAILABLE = "unavailable: the store does not answer";

    @JsonIgnore
    boolean isUnavailable() {
        return UNAVAILABLE.equals(reason);
    }

    static RetryResult of(StoredLetter letter, Accepted accepted) {
        UUID message = accepted.id().value();
        if (accepted instanceof Accepted.Refused refused) {
            return new RetryResult(
                    letter.id(), "refused", message, refused.reason().toString());
        }
        if (accepted instanceof Accepted.SetAside aside) {
            return new RetryResult(
                    letter.id(), "dead-letter", message, aside.reason().toString());
        }
        return new RetryResult(letter.id(), ended(accepted), message, null);
    }

    private static String ended(Accepted accepted) {
        if (accepted instanceof Accepted.Queued) {
            return "queued";
        }
        return accepted instanceof Accepted.Recorded ? "recorded" : "duplicate";
    }

    static RetryResult kept(StoredLetter letter, String reason) {
        return new RetryResult(letter.id(), "kept", null, reason);
    }

    static RetryResult gone(StoredLetter letter) {
        return new RetryResult(letter.id(), "gone", null, null);
    }
}
