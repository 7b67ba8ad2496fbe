package dev.sealpost.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A dead letter as it is listed: why it is there, nothing of what is in it. */
@Schema(name = "DeadLetter")
@JsonInclude(JsonInclude.Include.ALWAYS)
record LetterView(
        UUID id,
        UUID message,
        String flow,
        String purpose,
        String reason,
        @Schema(description = "event: as it came in; content: minimised, sealed, not sent.") String holds,
        Instant createdAt,
        @Schema(description = "When it is deleted.") Instant expiresAt) {

    static LetterView of(StoredLetter letter) {
        return new LetterView(
                letter.id(),
                letter.message().value(),
                letter.flow(),
                letter.purpose(),
                letter.reason(),
                letter.holds(),
                letter.createdAt(),
                letter.expiresAt());
    }

    /** @param next the cursor of the next page, null if this is the last */
    @Schema(name = "DeadLetters")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Page(List<LetterView> letters, UUID next) {}

    /** What is in one. Prints none of it. */
    @Schema(name = "RevealedDeadLetter")
    record Revealed(
            LetterView letter,
            @Schema(description = "The event as it came in, or the minimised fields as JSON.") String content,
            @Schema(description = "text, or base64 if it is no UTF-8.") String encoding) {

        @Override
        public String toString() {
            return "Revealed[" + letter.id() + "]";
        }
    }

    /** @param more whether there are others that the filter finds */
    @Schema(name = "DiscardedDeadLetters")
    record Discarded(int discarded, boolean more) {}

    /** @param more whether there are others that the filter finds */
    @Schema(name = "RetriedDeadLetters")
    record Retried(List<RetryResult> letters, boolean more) {}
}
