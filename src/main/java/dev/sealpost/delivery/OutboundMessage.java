package dev.sealpost.delivery;

import dev.sealpost.message.MessageId;
import dev.sealpost.sealing.OpenedContent;

/** A message on its way out, opened. Prints none of its content. */
public record OutboundMessage(MessageId id, String flow, String purpose, String template, OpenedContent content) {

    @Override
    public String toString() {
        return "OutboundMessage[" + id + ", template=" + template + "]";
    }
}
