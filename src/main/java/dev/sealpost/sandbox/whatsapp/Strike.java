package dev.sealpost.sandbox.whatsapp;

import java.time.Duration;
import java.util.Optional;

/**
 * What happens to one request.
 *
 * @param answer the fault that takes the place of the answer
 * @param failsWith the error its status fails with
 * @param errorsByWebhook whether a magic recipient's error comes as its status instead of the answer
 */
record Strike(
        Optional<Fault> answer,
        Duration delay,
        Optional<Integer> failsWith,
        boolean duplicatesStatuses,
        boolean reordersStatuses,
        boolean errorsByWebhook) {
    static final Strike NONE = new Strike(Optional.empty(), Duration.ZERO, Optional.empty(), false, false, false);

    static Strike answering(Fault fault) {
        return NONE.with(fault);
    }

    /** The fault that refuses the message, if one does. */
    Optional<Fault> refusal() {
        return answer.filter(fault -> fault.receipt().orElseThrow() == Fault.Receipt.REFUSED);
    }

    Strike with(Fault fault) {
        return switch (fault.kind()) {
            case DELAY -> delayedBy(Duration.ofMillis(fault.milliseconds()));
            case FAILED_STATUS -> failingWith(fault.code());
            case DUPLICATE_STATUSES -> new Strike(answer, delay, failsWith, true, reordersStatuses, errorsByWebhook);
            case REORDER_STATUSES -> new Strike(answer, delay, failsWith, duplicatesStatuses, true, errorsByWebhook);
            case WEBHOOK_ERROR -> new Strike(answer, delay, failsWith, duplicatesStatuses, reordersStatuses, true);
            case HOLD_STATUSES -> this;
            default ->
                new Strike(Optional.of(fault), delay, failsWith, duplicatesStatuses, reordersStatuses, errorsByWebhook);
        };
    }

    private Strike delayedBy(Duration more) {
        return new Strike(answer, delay.plus(more), failsWith, duplicatesStatuses, reordersStatuses, errorsByWebhook);
    }

    /** The message is accepted; its status fails. */
    Strike failingWith(int code) {
        return new Strike(answer, delay, Optional.of(code), duplicatesStatuses, reordersStatuses, errorsByWebhook);
    }
}
