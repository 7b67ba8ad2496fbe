package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.account.Sender;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * One webhook for one sender, in Meta's shape and bytes: all statuses and messages of a batch in a single change of the
 * field {@code messages}, each other change on its own.
 */
final class WebhookBody {
    private final Sender sender;
    private final ObjectNode root = Json.object().put("object", "whatsapp_business_account");
    private final ObjectNode entry;
    private final ArrayNode changes;
    private ObjectNode messagesValue;

    WebhookBody(Sender sender) {
        this.sender = sender;
        this.entry = root.putArray("entry").addObject().put("id", sender.account());
        this.changes = entry.putArray("changes");
    }

    private ObjectNode value() {
        if (messagesValue == null) {
            ObjectNode change = changes.addObject();
            messagesValue = change.putObject("value").put("messaging_product", "whatsapp");
            messagesValue
                    .putObject("metadata")
                    .put("display_phone_number", sender.number())
                    .put("phone_number_id", sender.phoneNumberId());
            change.put("field", "messages");
        }
        return messagesValue;
    }

    void add(StoredMessage message, Status status, long second, ErrorTable errors) {
        value().withArray("statuses").add(StatusNode.of(message, status, second, errors));
    }

    void add(InboundEvent event) {
        if (event instanceof InboundMessage message) {
            InboundNodes nodes = InboundNodes.of(message);
            nodes.contact().ifPresent(contact -> value().withArray("contacts").add(contact));
            value().withArray("messages").add(nodes.message());
        } else {
            add((AccountChange) event);
        }
    }

    private void add(AccountChange change) {
        entry.put("time", change.at().getEpochSecond());
        changes.addObject().put("field", change.field()).set("value", change.value());
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
