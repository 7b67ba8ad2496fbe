package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import java.util.Optional;

/**
 * An inbound message as a webhook reports it.
 *
 * @param contact who wrote; none beside a message of type system
 */
record InboundNodes(Optional<ObjectNode> contact, ObjectNode message) {
    static InboundNodes of(InboundMessage inbound) {
        return new InboundNodes(
                inbound.type().equals("system") ? Optional.empty() : Optional.of(contact(inbound)), message(inbound));
    }

    private static ObjectNode contact(InboundMessage inbound) {
        ObjectNode contact = Json.object();
        String name = inbound.from().or(inbound::userId).orElseThrow();
        contact.putObject("profile").put("name", "Sandbox " + name);
        inbound.from().ifPresent(from -> contact.put("wa_id", from));
        inbound.userId().ifPresent(user -> contact.put("user_id", user));
        return contact;
    }

    /** What the message itself says about its id, time or sender counts. */
    private static ObjectNode message(InboundMessage inbound) {
        ObjectNode message = Json.object();
        inbound.from().ifPresent(from -> message.put("from", from));
        inbound.userId().ifPresent(user -> message.put("from_user_id", user));
        message.put("id", inbound.id());
        message.put("timestamp", Long.toString(inbound.at().getEpochSecond()));
        return message.setAll(inbound.message());
    }

    @Override
    public String toString() {
        return "InboundNodes[…]";
    }
}
