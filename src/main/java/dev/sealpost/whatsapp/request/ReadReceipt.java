package dev.sealpost.whatsapp.request;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Tells a person that their message, and all before it, were read; and, if wanted, that an answer is being written. */
public final class ReadReceipt {

    private ReadReceipt() {}

    /**
     * The request, for {@code POST /PHONE-NUMBER-ID/messages}. It is not a message: nobody is sent anything, and no status comes.
     *
     * @param wamid Meta's id of the person's message
     * @param typing whether "typing…" is shown, until an answer comes or 25 seconds have passed
     */
    public static ObjectNode of(String wamid, boolean typing) {
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("messaging_product", "whatsapp")
                .put("status", "read")
                .put("message_id", wamid);
        if (typing) {
            request.putObject("typing_indicator").put("type", "text");
        }
        return request;
    }
}
