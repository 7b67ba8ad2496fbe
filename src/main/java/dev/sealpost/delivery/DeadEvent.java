package dev.sealpost.delivery;

import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.vault.DataKey;

/**
 * An event as it came in, that cannot be handled. Prints none of it.
 *
 * @param subject null if it is not known who it is about
 * @param key the subject's data key to seal it with, or null to seal it under the hub's own key
 * @param verifiedBy the signer whose signature of it was found good; null if nobody's was
 */
public record DeadEvent(
        MessageId message, String flow, SubjectRef subject, Reason reason, DataKey key, byte[] raw, String verifiedBy) {

    /** One that nobody's signature was asked for. */
    public DeadEvent(MessageId message, String flow, SubjectRef subject, Reason reason, DataKey key, byte[] raw) {
        this(message, flow, subject, reason, key, raw, null);
    }

    @Override
    public String toString() {
        return "DeadEvent[" + message + ", " + reason.word() + "]";
    }
}
