package dev.sealpost.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Where a person stands on a purpose now.
 *
 * @param subject the person, as the audit names them
 * @param purpose {@code *} for all of them
 * @param status {@code requested, granted, withdrawn, objected} or {@code expired}
 * @param at when that came about
 * @param event the consent event that says so
 * @param missing what is still to be sent before the purpose may be served; empty if nothing is
 * @param detail for people
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ConsentAnswer(
        UUID subject,
        String purpose,
        String status,
        Instant at,
        Instant confirmedAt,
        Instant expiresAt,
        String notice,
        long event,
        List<String> missing,
        String detail) {

    static ConsentAnswer of(UUID subject, String purpose, ConsentState state, List<String> missing, String detail) {
        return new ConsentAnswer(
                subject,
                purpose,
                word(state, Instant.now()),
                state.at(),
                state.confirmedAt(),
                state.expiresAt(),
                state.notice(),
                state.eventId(),
                missing,
                detail);
    }

    static String word(ConsentState state, Instant now) {
        boolean expired = state.status() == ConsentStatus.GRANTED && state.hasExpired(now);
        return expired ? "expired" : word(state.status());
    }

    static String word(ConsentStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
