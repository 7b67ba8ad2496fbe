package dev.sealpost.sandbox.whatsapp;

import dev.sealpost.sandbox.whatsapp.message.Recipient;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import java.util.Map;

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

    /** What the recipient does to a message that so far is struck as ordered. */
    Strike strike(Recipient to, Strike ordered) {
        return to.number().map(number -> strike(number.lastSix(), ordered)).orElse(ordered);
    }

    private Strike strike(int code, Strike ordered) {
        if (SPECIAL.containsKey(code)) {
            return SPECIAL.get(code);
        }
        if (errors.find(code).isEmpty()) {
            return ordered;
        }
        return ordered.errorsByWebhook()
                ? ordered.failingWith(code)
                : Strike.answering(Fault.error(FaultKind.ERROR, code));
    }
}
