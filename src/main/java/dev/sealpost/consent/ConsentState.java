package dev.sealpost.consent;

import java.time.Instant;
import java.util.Comparator;

/**
 * Where a person stands on a purpose now, derived from the last event.
 *
 * @param eventId the event that says so: the evidence
 * @param at when it came about, which may be long before the hub was told
 * @param confirmedAt when the person confirmed on a channel that proves the number is theirs; null if they did not
 * @param expiresAt null if it does not expire
 */
public record ConsentState(
        long eventId,
        String purpose,
        ConsentStatus status,
        Instant at,
        Instant confirmedAt,
        String notice,
        Instant expiresAt) {

    /**
     * The last is the one that holds: by the time it happened, so that an old consent that is imported late does not revive a
     * later withdrawal; at the same instant the stricter; then the one recorded last. {@code consent_event_current} has this order.
     */
    static final Comparator<ConsentState> BY_PRECEDENCE = Comparator.comparing(ConsentState::at)
            .thenComparing(state -> state.status().code())
            .thenComparing(ConsentState::eventId);

    boolean hasExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
