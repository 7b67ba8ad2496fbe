package dev.sealpost.sandbox.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of an event reached a phone.
 *
 * @param text as the person reads it
 * @param kept the event's fields whose value, or a part of it, is in the request that left the hub
 * @param dropped the others
 */
record Received(String text, List<String> kept, List<String> dropped) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Received of(JsonNode message, String event) {
        List<String> parameters = message.path("body").findValuesAsText("text");
        var kept = new ArrayList<String>();
        var dropped = new ArrayList<String>();
        fields(event).forEach((field, value) -> {
            if (parameters.contains(value)) {
                kept.add(field);
            } else if (parameters.contains(value.split(" ")[0])) {
                kept.add(field + " (its first word)");
            } else {
                dropped.add(field);
            }
        });
        return new Received(message.path("rendered").asText(), kept, dropped);
    }

    /** The event's fields by their path; a list counts as one field. */
    private static Map<String, String> fields(String event) {
        var fields = new LinkedHashMap<String, String>();
        try {
            collect("", JSON.readTree(event), fields);
        } catch (JsonProcessingException notJson) {
            event.lines().map(line -> line.split(": ", 2)).forEach(pair -> fields.put(pair[0], pair[pair.length - 1]));
        }
        return fields;
    }

    private static void collect(String path, JsonNode node, Map<String, String> fields) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> collect(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), fields));
        } else {
            fields.put(path, node.asText());
        }
    }

    @Override
    public String toString() {
        return "Received[kept=%s, dropped=%s]".formatted(kept, dropped);
    }
}
