package dev.sealpost.whatsapp.cloudapi;

import dev.sealpost.delivery.DeliveryOutcome.Refusal;
import dev.sealpost.message.Reason;
import java.time.Duration;

/**
 * One row of the table: an error code, the words the hub has for it, and what it does about it.
 *
 * @param word the reason's stable word, shared by codes that mean the same to a reader
 * @param title the hub's own; Meta's texts may hold personal data and are never kept
 */
record CloudApiError(int code, String word, String title, Policy policy) {

    Reason reason() {
        return Reason.of(word, "%d %s".formatted(code, title));
    }

    /** @param asked how long the answer asked to wait, or null */
    Refusal refusal(Duration asked) {
        return policy.refuse(reason(), code, asked);
    }
}
