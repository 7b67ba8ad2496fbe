package dev.sealpost.sandbox.whatsapp;

import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.Reply;
import java.util.Map;

/** What a client sees of a fault that replaces the answer. */
final class FaultReplies {
    private static final String PROXY_PAGE =
            "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";

    private final ErrorTable errors;

    FaultReplies(ErrorTable errors) {
        this.errors = errors;
    }

    Reply reply(Fault fault) {
        return switch (fault.kind()) {
            case ERROR -> errors.get(fault.code()).answer();
            case THROTTLE -> throttled(fault);
            case OUTAGE -> errors.get(2).answer();
            case HTML -> Reply.Answer.html(502, PROXY_PAGE);
            case EMPTY_200 -> Reply.Answer.empty(200);
            case DROP_BEFORE, DROP_AFTER -> new Reply.Break();
            case HANG -> new Reply.Silence();
            case DELAY, FAILED_STATUS, WEBHOOK_ERROR, DUPLICATE_STATUSES, REORDER_STATUSES, HOLD_STATUSES ->
                throw new IllegalArgumentException(fault.kindName() + " does not replace the answer");
        };
    }

    private Reply throttled(Fault fault) {
        int seconds = fault.retryAfter() == null ? 1 : fault.retryAfter();
        return errors.get(130429)
                .answer(Map.of("Content-Type", "application/json", "Retry-After", Integer.toString(seconds)));
    }

    /** What the record of refused requests says was answered. */
    String name(Fault fault) {
        return fault.kind() == FaultKind.ERROR ? fault.code().toString() : fault.kindName();
    }
}
