package dev.sealpost.sandbox.whatsapp.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** One line for the list of chats. */
final class Preview {
    private static final int LENGTH = 120;
    private static final Map<String, String> MEDIA =
            Map.of("image", "Photo", "video", "Video", "audio", "Audio", "document", "Document", "sticker", "Sticker");

    private Preview() {}

    static String of(JsonNode bubble) {
        String said = said(bubble).strip().replaceAll("\\s+", " ");
        int end = said.offsetByCodePoints(0, Math.min(LENGTH, said.codePointCount(0, said.length())));
        return said.substring(0, end);
    }

    private static String said(JsonNode bubble) {
        if (bubble.has("reaction")) {
            return "Reacted " + bubble.at("/reaction/emoji").asText();
        }
        for (String field : new String[] {"text", "header"}) {
            if (!bubble.path(field).asText("").isBlank()) {
                return bubble.get(field).asText();
            }
        }
        if (bubble.has("media")) {
            String kind = bubble.at("/media/kind").asText();
            return bubble.at("/media/filename").asText(MEDIA.get(kind));
        }
        if (bubble.has("location")) {
            return "Location";
        }
        return bubble.has("contacts") ? "Contact" : "Message";
    }
}
