package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A status as a webhook reports it. */
final class StatusNode {
    private StatusNode() {}

    static ObjectNode of(StoredMessage message, Status status, long second, ErrorTable errors) {
        ObjectNode node = Json.object().put("id", message.id()).put("status", status.wireName());
        node.put("timestamp", Long.toString(second));
        message.waId().ifPresent(number -> node.put("recipient_id", number));
        message.userId().ifPresent(user -> node.put("recipient_user_id", user));
        message.callback().ifPresent(data -> node.put("biz_opaque_callback_data", data));
        if (status == Status.FAILED) {
            node.putArray("errors")
                    .add(errors.get(message.failsWith().orElseThrow()).inStatus());
        } else {
            addConversation(node, message, status);
            addPricing(node, message);
        }
        return node;
    }

    /** One between a number and a person a category; only the first status says when it ends. */
    private static void addConversation(ObjectNode node, StoredMessage message, Status status) {
        String parties = message.phoneNumberId() + message.person() + message.category();
        UUID id = UUID.nameUUIDFromBytes(parties.getBytes(StandardCharsets.UTF_8));
        ObjectNode conversation =
                node.putObject("conversation").put("id", id.toString().replace("-", ""));
        if (status == Status.SENT) {
            long end = message.receivedAt().plus(ServiceWindows.USUAL).getEpochSecond();
            conversation.put("expiration_timestamp", Long.toString(end));
        }
        conversation.putObject("origin").put("type", message.category());
    }

    private static void addPricing(ObjectNode node, StoredMessage message) {
        boolean free = message.category().equals("service");
        node.putObject("pricing")
                .put("billable", !free)
                .put("pricing_model", "PMP")
                .put("category", message.category())
                .put("type", free ? "free_customer_service" : "regular");
    }
}
