package dev.sealpost.sandbox.whatsapp.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A message that passed every check.
 *
 * @param callback {@code biz_opaque_callback_data}
 * @param request as it was received
 */
public record OutgoingMessage(Recipient to, Content content, Optional<String> callback, JsonNode request) {
    @Override
    public String toString() {
        return "OutgoingMessage[content=%s]".formatted(content);
    }
}
