package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** What a webhook tells the business besides statuses: a line of {@code inbound.jsonl}. */
sealed interface InboundEvent permits InboundMessage, AccountChange {
    String phoneNumberId();

    Instant at();

    ObjectNode line();

    static InboundEvent of(JsonNode line) {
        String sender = line.path("phoneNumberId").asText();
        Instant at = Instant.parse(line.path("at").asText());
        if (line.has("field")) {
            return new AccountChange(sender, line.get("field").asText(), line.get("value"), at);
        }
        return new InboundMessage(
                line.path("id").asText(), text(line, "from"), text(line, "userId"), sender, at, (ObjectNode)
                        line.get("message"));
    }

    private static Optional<String> text(JsonNode line, String field) {
        return Optional.ofNullable(line.path(field).textValue());
    }
}
