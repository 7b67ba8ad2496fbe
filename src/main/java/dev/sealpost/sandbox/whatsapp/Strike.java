package dev.sealpost.sandbox.whatsapp;

import java.time.Duration;
import java.util.Optional;

/**
 * What happens to one request.
 *
 * @param answer the fault that takes the place of the answer
 * @param failsWith the error its status fails with
 */
record Strike(
        Optional<Fault> answer,
        Duration delay,
        Optional<Integer> failsWith,
        boolean duplicatesStatuses,
        boolean reordersStatuses) {
    static final Strike NONE = new Strike(Optional.empty(), Duration.ZERO, Optional.empty(), false, false);

    static Strike answering(Fault fault) {
        return new Strike(Optional.of(fault), Duration.ZERO, Optional.empty(), false, false);
    }

    /** The fault that refuses the message, if one does. */
    Optional<Fault> refusal() {
        return answer.filter(fault -> fault.receipt().orElseThrow() == Fault.Receipt.REFUSED);
    }

    Strike with(Fault fault) {
        return switch (fault.kind()) {
            case DELAY ->
                new Strike(
                        answer,
                        delay.plusMillis(fault.milliseconds()),
                        failsWith,
                        duplicatesStatuses,
                        reordersStatuses);
            case FAILED_STATUS ->
                new Strike(answer, delay, Optional.of(fault.code()), duplicatesStatuses, reordersStatuses);
            case DUPLICATE_STATUSES -> new Strike(answer, delay, failsWith, true, reordersStatuses);
            case REORDER_STATUSES -> new Strike(answer, delay, failsWith, duplicatesStatuses, true);
            case HOLD_STATUSES -> this;
            default -> new Strike(Optional.of(fault), delay, failsWith, duplicatesStatuses, reordersStatuses);
        };
    }
}
