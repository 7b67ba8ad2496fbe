package dev.sealpost.delivery;

import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;

/** An event as it came in, that cannot be handled. Prints none of it. */
public record DeadEvent(MessageId message, String flow, Reason reason, byte[] raw) {

    @Override
    public String toString() {
        return "DeadEvent[" + message + ", " + reason.word() + "]";
    }
}
