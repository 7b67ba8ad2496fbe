package dev.sealpost.consent;

import java.time.Instant;
import java.util.Optional;

/**
 * What a person said, checked and ready to be recorded.
 *
 * @param purpose a configured purpose, or {@link ConsentSnapshot#EVERY_PURPOSE} for a withdrawal
 * @param status what it amounts to; an agreement that still has to be confirmed is {@code REQUESTED}
 * @param expiresAt null if it does not expire
 */
record Statement(String purpose, ConsentStatus status, Evidence evidence, Instant expiresAt) {

    /** When it came about: of something confirmed, when it was confirmed. Null if that is now. */
    Instant at() {
        return confirmedAt() == null ? evidence.at() : confirmedAt();
    }

    Instant confirmedAt() {
        return Optional.ofNullable(evidence.confirmed())
                .map(Evidence.Confirmation::at)
                .orElse(null);
    }
}
