package dev.sealpost.whatsapp.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** Takes single values out of webhooks. */
public final class JsonText {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");
    private static final Pattern WORD = Pattern.compile("[A-Z0-9_ ]{1,64}");
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private JsonText() {}

    /** Without NUL characters and halves of surrogate pairs, which no store takes; null if it is not a text or number. */
    static String text(JsonNode node) {
        return node.isTextual() || node.isNumber() ? clean(node.asText()) : null;
    }

    /** The same, empty instead of null. */
    static String textOrEmpty(JsonNode node) {
        String text = text(node);
        return text == null ? "" : text;
    }

    /** The same of all texts and names in it. */
    static JsonNode clean(JsonNode node) {
        if (node.isTextual()) {
            return TextNode.valueOf(clean(node.textValue()));
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> array.add(clean(item)));
            return array;
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.fields().forEachRemaining(field -> object.set(clean(field.getKey()), clean(field.getValue())));
            return object;
        }
        return node;
    }

    private static String clean(String text) {
        String known = text.replace("\0", "");
        return StandardCharsets.UTF_8.newEncoder().canEncode(CharBuffer.wrap(known))
                ? known
                : new String(known.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** A word of Meta's vocabulary: {@code OTHER} if it is not of the usual form, null if there is none. */
    static String word(JsonNode node) {
        if (!node.isTextual() || node.textValue().isEmpty()) {
            return null;
        }
        return WORD.matcher(node.textValue()).matches() ? node.textValue() : "OTHER";
    }

    /** Whole seconds, as text or number. @param receivedAt stands in for a time that is missing or absurd */
    public static Instant at(JsonNode timestamp, Instant receivedAt) {
        String seconds = timestamp.asText();
        if (!SECONDS.matcher(seconds).matches()) {
            return receivedAt;
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(seconds));
        return at.isAfter(receivedAt.plus(CLOCKS_DIFFER)) ? receivedAt : at;
    }
}
