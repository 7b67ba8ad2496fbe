package dev.sealpost.whatsapp.request;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.delivery.OutboundMessage;
import dev.sealpost.subject.PhoneNumber;
import dev.sealpost.subject.Recipient;

/**
 * What every message's request begins with: to whom, and the hub's own id, which comes back with every status.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages">Cloud API, Messages</a>
 */
final class Envelope {

    private Envelope() {}

    static ObjectNode of(OutboundMessage message, String kind) {
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("messaging_product", "whatsapp")
                .put("recipient_type", "individual");
        address(request, message.content().to());
        return request.put("type", kind)
                .put("biz_opaque_callback_data", message.id().toString());
    }

    /** The digits of a number, or a user id where the number is not known. */
    private static void address(ObjectNode request, Recipient to) {
        if (to instanceof PhoneNumber number) {
            request.put("to", number.e164().substring(1));
        } else {
            request.put("recipient", to.text());
        }
    }
}
