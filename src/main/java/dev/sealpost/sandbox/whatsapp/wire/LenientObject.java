package dev.sealpost.sandbox.whatsapp.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A JSON object read as Meta reads it: a nested object or list may also come as a string that holds its JSON. */
public record LenientObject(JsonNode node) {
    public Optional<String> text(String name) {
        return Optional.ofNullable(node.path(name).textValue()).filter(value -> !value.isEmpty());
    }

    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    public LenientObject object(String name) {
        return new LenientObject(nested(node.path(name)));
    }

    public List<LenientObject> list(String name) {
        return StreamSupport.stream(nested(node.path(name)).spliterator(), false)
                .map(element -> new LenientObject(nested(element)))
                .toList();
    }

    private static JsonNode nested(JsonNode value) {
        if (!value.isTextual()) {
            return value;
        }
        try {
            return Json.MAPPER.readTree(value.textValue());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public String toString() {
        return "LenientObject[of %d fields]".formatted(node.size());
    }
}
