package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * A fault as {@code POST /_sandbox/faults} takes it. What is left out is null.
 *
 * @param rate the share of requests it strikes, above 0 up to 1; 1 if left out
 * @param count after how many strikes it ends
 * @param seconds after how many seconds it ends
 * @param retryAfter for {@code throttle}, in seconds; 1 if left out
 * @param code for {@code error} and {@code failed-status}
 * @param milliseconds for {@code delay}
 * @param received for {@code hang}: whether the message is received although no answer comes
 * @param phoneNumberId strikes this sender only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Fault(
        @JsonProperty("kind") String kindName,
        Double rate,
        Integer count,
        Double seconds,
        Integer retryAfter,
        Integer code,
        Integer milliseconds,
        Boolean received,
        String phoneNumberId) {

    static Fault of(FaultKind kind) {
        return new Fault(kind.wireName(), null, null, null, null, null, null, null, null);
    }

    static Fault error(FaultKind kind, int code) {
        return new Fault(kind.wireName(), null, null, null, null, code, null, null, null);
    }

    FaultKind kind() {
        return FaultKind.of(kindName).orElseThrow();
    }

    double share() {
        return rate == null ? 1 : rate;
    }

    boolean concerns(String sender) {
        return phoneNumberId == null || phoneNumberId.equals(sender);
    }

    /** Whether the fault replaces the answer, and whether the message counts as received then. */
    Optional<Receipt> receipt() {
        return switch (kind()) {
            case ERROR, THROTTLE, OUTAGE, DROP_BEFORE, HTML -> Optional.of(Receipt.REFUSED);
            case DROP_AFTER, EMPTY_200 -> Optional.of(Receipt.RECEIVED);
            case HANG -> Optional.of(Boolean.TRUE.equals(received) ? Receipt.RECEIVED : Receipt.REFUSED);
            case DELAY, FAILED_STATUS, WEBHOOK_ERROR, DUPLICATE_STATUSES, REORDER_STATUSES, HOLD_STATUSES ->
                Optional.empty();
        };
    }

    enum Receipt {
        RECEIVED,
        REFUSED
    }
}
