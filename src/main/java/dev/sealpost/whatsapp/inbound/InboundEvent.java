package dev.sealpost.whatsapp.inbound;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.message.MessageId;
import dev.sealpost.subject.PhoneNumber;
import dev.sealpost.subject.Recipient;
import dev.sealpost.subject.UserId;
import dev.sealpost.whatsapp.notice.InboundMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes the event that flows get; src/docs/inbound.md describes it. */
final class InboundEvent {

    private InboundEvent() {}

    /** @param own the hub's ids of its own messages, by Meta's */
    static byte[] json(Arrived arrived, Map<String, MessageId> own) {
        InboundMessage message = arrived.message();
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("inbound", arrived.id().toString())
                .put("kind", message.content().kind());
        tellPerson(event, message.from().all());
        event.put("sender", arrived.sender()).put("at", message.at().toString());
        if (message.group()) {
            event.put("group", true);
        }
        if (arrived.keyword() != null) {
            event.put("keyword", arrived.keyword().word());
        }
        if (own.containsKey(message.replyTo())) {
            event.put("replyTo", own.get(message.replyTo()).toString());
        }
        MessageId about = own.get(message.content().about());
        message.content().tell(event, about == null ? null : about.toString());
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void tellPerson(ObjectNode event, List<Recipient> handles) {
        event.put("person", handles.get(0).text());
        for (Recipient handle : handles) {
            if (handle instanceof PhoneNumber && !event.has("phone")) {
                event.put("phone", handle.text());
            }
            if (handle instanceof UserId && !event.has("userId")) {
                event.put("userId", handle.text());
            }
        }
    }
}
