package dev.sealpost.sandbox.whatsapp;

import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.PhoneDigits;
import java.util.Map;
import java.util.Optional;

/**
 * Recipients whose number ends in a six-digit code get what the code says: an error code of Meta's (zero-padded) that
 * error at once, and
 *
 * <ul>
 *   <li>{@code 000200} an empty 200; the message is received and statuses follow
 *   <li>{@code 000408} no answer ever; the message is not received
 *   <li>{@code 000500} a broken connection; the message is received and statuses follow
 *   <li>{@code 000999} statuses duplicated and in the wrong order
 * </ul>
 */
final class MagicRecipients {
    private static final Map<Integer, Strike> SPECIAL = Map.of(
            200, Strike.answering(Fault.of(FaultKind.EMPTY_200)),
            408, Strike.answering(Fault.of(FaultKind.HANG)),
            500, Strike.answering(Fault.of(FaultKind.DROP_AFTER)),
            999, Strike.NONE.with(Fault.of(FaultKind.DUPLICATE_STATUSES)).with(Fault.of(FaultKind.REORDER_STATUSES)));

    private final ErrorTable errors;

    MagicRecipients(ErrorTable errors) {
        this.errors = errors;
    }

    Optional<Strike> strike(PhoneDigits to) {
        int code = to.lastSix();
        return Optional.ofNullable(SPECIAL.get(code))
                .or(() -> errors.find(code).map(error -> Strike.answering(Fault.error(FaultKind.ERROR, code))));
    }
}
