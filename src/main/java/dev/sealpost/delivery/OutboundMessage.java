package dev.sealpost.delivery;

import dev.sealpost.audit.AuditStage;
import dev.sealpost.message.MessageId;
import dev.sealpost.sealing.OpenedContent;
import java.time.Instant;

/**
 * A message on its way out, opened. Prints none of its content.
 *
 * @param sender by which it goes, one of {@link Channel#senders()}
 * @param windowUntil until when the person may be written to freely, or null if they may not
 * @param stage takes the audit records of the attempt (the wiretap's); they are committed with its outcome
 */
public record OutboundMessage(
        MessageId id,
        String flow,
        String purpose,
        String template,
        String sender,
        Instant windowUntil,
        OpenedContent content,
        AuditStage stage) {

    @Override
    public String toString() {
        return "OutboundMessage[" + id + ", template=" + template + "]";
    }
}
