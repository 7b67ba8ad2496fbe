package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import java.time.Instant;

/**
 * A change of any field that the business's app subscribed to, such as {@code message_template_status_update}.
 *
 * @param phoneNumberId whose webhook it goes to
 * @param value as it is sent
 */
record AccountChange(String phoneNumberId, String field, JsonNode value, Instant at) implements InboundEvent {
    @Override
    public ObjectNode line() {
        ObjectNode line = Json.object().put("phoneNumberId", phoneNumberId).put("at", at.toString());
        line.put("field", field).set("value", value);
        return line;
    }

    @Override
    public String toString() {
        return "AccountChange[phoneNumberId=%s, field=%s]".formatted(phoneNumberId, field);
    }
}
