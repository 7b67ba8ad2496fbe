package dev.sealpost.whatsapp.inbound;

import dev.sealpost.message.MessageId;
import dev.sealpost.message.SubjectRef;
import java.time.Instant;

/**
 * A row of {@code inbound_message}.
 *
 * @param wamid keyed index of Meta's id
 * @param sealedWamid null if the person was erased
 * @param content the sealed event, or null if no flow wants it
 */
record InboundRow(
        MessageId id,
        byte[] wamid,
        byte[] sealedWamid,
        SubjectRef subject,
        String sender,
        String kind,
        Instant at,
        byte[] content) {

    @Override
    public String toString() {
        return "InboundRow[" + id + "]";
    }
}
