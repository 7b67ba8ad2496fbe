package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.account.Sender;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/**
 * One webhook for one sender, in Meta's shape and bytes: the statuses of a batch in one change, the messages in another,
 * each other change on its own.
 */
final class WebhookBody {
    private static final String STATUSES = "statuses";
    private static final String MESSAGES = "messages";

    private final Sender sender;
    private final ObjectNode root = Json.object().put("object", "whatsapp_business_account");
    private final ObjectNode entry;
    private final ArrayNode changes;
    private final Set<String> told = new HashSet<>();
    private final Map<String, ObjectNode> values = new HashMap<>();

    WebhookBody(Sender sender) {
        this.sender = sender;
        this.entry = root.putArray("entry").addObject().put("id", sender.account());
        this.changes = entry.putArray("changes");
    }

    /** The value of the change that lists statuses, or of the one that lists messages. */
    private ObjectNode value(String list) {
        return values.computeIfAbsent(list, name -> {
            ObjectNode change = changes.addObject();
            ObjectNode value = change.putObject("value").put("messaging_product", "whatsapp");
            value.putObject("metadata")
                    .put("display_phone_number", sender.number())
                    .put("phone_number_id", sender.phoneNumberId());
            change.put("field", "messages");
            return value;
        });
    }

    void add(StoredMessage message, Status status, long second, ErrorTable errors) {
        ObjectNode value = value(STATUSES);
        addContact(value.withArray("contacts"), message);
        value.withArray(STATUSES).add(StatusNode.of(message, status, second, errors));
    }

    /** Each person once. */
    private void addContact(ArrayNode contacts, StoredMessage message) {
        if (told.add(message.person())) {
            ObjectNode contact = contacts.addObject();
            message.waId().ifPresent(number -> contact.put("wa_id", number));
            message.userId().ifPresent(user -> contact.put("user_id", user));
        }
    }

    void add(InboundEvent event) {
        if (event instanceof InboundMessage message) {
            InboundNodes nodes = InboundNodes.of(message);
            ObjectNode value = value(MESSAGES);
            nodes.contact().ifPresent(contact -> value.withArray("contacts").add(contact));
            value.withArray(MESSAGES).add(nodes.message());
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
