package dev.sealpost.consent;

import java.time.Instant;

/**
 * Where a person stands on a purpose now, derived from the last event.
 *
 * @param eventId the event that says so: the evidence
 * @param expiresAt null if it does not expire
 */
public record ConsentState(
        long eventId, String purpose, ConsentStatus status, Instant at, String notice, Instant expiresAt) {}
