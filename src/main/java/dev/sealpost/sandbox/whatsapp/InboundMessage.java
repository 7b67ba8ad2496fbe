package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.message.WhatsAppId;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.PhoneDigits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a person wrote to one of the business's numbers.
 *
 * @param from their number; left out as Meta may when it gives a user id
 * @param userId their business-scoped user id
 * @param message Meta's object: the type, and what the type calls for
 */
record InboundMessage(
        String id, Optional<String> from, Optional<String> userId, String phoneNumberId, Instant at, ObjectNode message)
        implements InboundEvent {
    /** Who wrote, as those who are written to are named: the WhatsApp id, the user id, or both. */
    List<String> person() {
        return Stream.concat(from.flatMap(PhoneDigits::parse).map(WhatsAppId::of).stream(), userId.stream())
                .toList();
    }

    String type() {
        return message.path("type").asText();
    }

    @Override
    public ObjectNode line() {
        ObjectNode line = Json.object().put("id", id);
        from.ifPresent(number -> line.put("from", number));
        userId.ifPresent(user -> line.put("userId", user));
        line.put("phoneNumberId", phoneNumberId).put("at", at.toString());
        line.set("message", message);
        return line;
    }

    @Override
    public String toString() {
        return "InboundMessage[phoneNumberId=%s, type=%s]".formatted(phoneNumberId, type());
    }
}
