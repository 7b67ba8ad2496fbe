package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.account.Sender;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.PhoneDigits;
import java.util.Optional;

/**
 * What a person writes, as {@code POST /_sandbox/inbound} takes it; what is left out is null.
 *
 * @param from their number; may be left out if there is a user id
 * @param text short for a message of type text
 * @param message Meta's object: {@code type} and what the type calls for; any other field goes through as it is
 * @param userId their business-scoped user id
 * @param phoneNumberId whom they write to; the first number if left out
 * @param contextId the id of the message that they answer
 */
record InboundRequest(
        String from, String text, ObjectNode message, String userId, String phoneNumberId, String contextId) {
    /** What is wrong with it, if anything. */
    Optional<String> objection() {
        if (from == null && userId == null || from != null && number().isEmpty()) {
            return Optional.of("Needed is from, a phone number of 6 to 15 digits, or userId");
        }
        if ((text == null) == (message == null)) {
            return Optional.of("Needed is either text or message, an object with type and what the type calls for");
        }
        if (message != null && !message.path("type").isTextual()) {
            return Optional.of("message.type is missing: a type of Meta's, such as text, image or interactive");
        }
        return Optional.empty();
    }

    Optional<PhoneDigits> number() {
        return Optional.ofNullable(from).flatMap(PhoneDigits::parse);
    }

    /** Meta's object. */
    ObjectNode content(Sender to) {
        ObjectNode content = message != null ? message : Json.object().put("type", "text");
        if (text != null) {
            content.putObject("text").put("body", text);
        }
        if (contextId != null) {
            content.putObject("context").put("from", to.number()).put("id", contextId);
        }
        return content;
    }

    @Override
    public String toString() {
        return "InboundRequest[phoneNumberId=%s]".formatted(phoneNumberId);
    }
}
