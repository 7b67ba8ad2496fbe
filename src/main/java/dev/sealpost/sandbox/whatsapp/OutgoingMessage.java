package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.sandbox.whatsapp.wire.PhoneDigits;
import java.util.Optional;

/**
 * A message that passed every check.
 *
 * @param input the recipient as the request wrote it
 * @param callback {@code biz_opaque_callback_data}
 * @param request as it was received
 */
record OutgoingMessage(PhoneDigits to, String input, Content content, Optional<String> callback, JsonNode request) {
    @Override
    public String toString() {
        return "OutgoingMessage[content=%s]".formatted(content);
    }
}
