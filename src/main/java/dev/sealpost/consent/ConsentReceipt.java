package dev.sealpost.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;

/**
 * What a person gets to prove what they agreed to or refused, after ISO/IEC TS 27560 and the Kantara consent receipt. It holds no number,
 * wording or proof: the person is the hub's random reference.
 *
 * @param version of the receipt's form
 * @param subject the person, as the audit names them
 * @param lawfulBasis of GDPR article 6(1), as in {@code config/purposes.yml}
 * @param status {@code requested, granted, withdrawn, objected} or {@code expired}, at the time of issue
 * @param at when that came about
 * @param recordedAt when the hub recorded it
 * @param source where they said it
 * @param notice id and version of the notice they were shown
 * @param recordId the consent event that says so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsentReceipt(
        String receiptId,
        String version,
        Instant issuedAt,
        Controller controller,
        UUID subject,
        PurposeOf purpose,
        String lawfulBasis,
        String status,
        Instant at,
        Instant confirmedAt,
        Instant expiresAt,
        Instant recordedAt,
        String source,
        String notice,
        String recordId,
        String withdrawal) {
    private static final String VERSION = "1";

    /** Who decides on the use of the data. */
    record Controller(String name, String contact) {}

    /** What the data is used for. */
    record PurposeOf(String id, String description) {}

    static ConsentReceipt of(ConsentState state, ConsentEvent event, Purpose purpose, ReceiptSettings settings) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new ConsentReceipt(
                UUID.randomUUID().toString(),
                VERSION,
                now,
                new Controller(settings.controller(), settings.contact()),
                event.subject().value(),
                new PurposeOf(purpose.id(), purpose.description()),
                purpose.lawfulBasis().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                ConsentAnswer.word(state, now),
                state.at(),
                state.confirmedAt(),
                state.expiresAt(),
                event.recordedAt(),
                event.source(),
                state.notice(),
                Long.toString(state.eventId()),
                settings.withdrawal());
    }
}
