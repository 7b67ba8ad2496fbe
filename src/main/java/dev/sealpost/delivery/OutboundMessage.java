package dev.sealpost.delivery;

import dev.sealpost.audit.AuditStage;
import dev.sealpost.message.MessageId;
import dev.sealpost.sealing.OpenedContent;

/**
 * A message on its way out, opened. Prints none of its content.
 *
 * @param stage takes the audit records of the attempt (the wiretap's); they are committed with its outcome
 */
public record OutboundMessage(
        MessageId id, String flow, String purpose, String template, OpenedContent content, AuditStage stage) {

    @Override
    public String toString() {
        return "OutboundMessage[" + id + ", template=" + template + "]";
    }
}
