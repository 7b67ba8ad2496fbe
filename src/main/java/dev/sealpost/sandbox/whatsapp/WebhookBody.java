package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * One webhook for one sender, in Meta's shape and bytes: all statuses and inbound texts of a batch in a single change.
 */
final class WebhookBody {
    private static final String ACCOUNT = "200000000000001";
    private static final String DISPLAY_PHONE_NUMBER = "15550000001";

    private final ObjectNode root = Json.object().put("object", "whatsapp_business_account");
    private final ObjectNode value;

    WebhookBody(String phoneNumberId) {
        ObjectNode entry = root.putArray("entry").addObject().put("id", ACCOUNT);
        ObjectNode change = entry.putArray("changes").addObject();
        value = change.putObject("value").put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", DISPLAY_PHONE_NUMBER)
                .put("phone_number_id", phoneNumberId);
        change.put("field", "messages");
    }

    void add(StoredMessage message, Status status, long second, ErrorTable errors) {
        ObjectNode node = value.withArray("statuses").addObject();
        node.put("id", message.id()).put("status", status.wireName());
        node.put("timestamp", Long.toString(second)).put("recipient_id", message.to());
        message.callback().ifPresent(data -> node.put("biz_opaque_callback_data", data));
        if (status == Status.FAILED) {
            node.putArray("errors")
                    .add(errors.get(message.failsWith().orElseThrow()).inStatus());
        } else {
            node.putObject("pricing")
                    .put("billable", true)
                    .put("pricing_model", "PMP")
                    .put("category", message.category());
        }
    }

    void add(InboundText text) {
        ObjectNode contact = value.withArray("contacts").addObject();
        contact.putObject("profile").put("name", "Sandbox " + text.from());
        contact.put("wa_id", text.from());
        ArrayNode messages = value.withArray("messages");
        ObjectNode message = messages.addObject().put("from", text.from()).put("id", text.id());
        message.put("timestamp", Long.toString(text.at().getEpochSecond())).put("type", "text");
        message.putObject("text").put("body", text.text());
    }

    /** As Meta sends and signs it: {@code é} as <code>&#92;u00e9</code> and {@code /} as {@code \/}. */
    byte[] bytes() {
        return escaped(Json.text(root)).getBytes(StandardCharsets.US_ASCII);
    }

    static String escaped(String json) {
        var escaped = new StringBuilder(json.length() + 16);
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '/') {
                escaped.append("\\/");
            } else if (c < 128) {
                escaped.append(c);
            } else {
                escaped.append("\\u").append(HexFormat.of().toHexDigits(c));
            }
        }
        return escaped.toString();
    }
}
