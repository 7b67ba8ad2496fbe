package dev.sealpost.dryrun;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values of an event by their paths, {@code $.items[0].sku}, in the event's order. */
final class EventFields {

    private EventFields() {}

    static Map<String, String> of(JsonNode event) {
        Map<String, String> fields = new LinkedHashMap<>();
        collect("$", event, fields);
        return fields;
    }

    private static void collect(String path, JsonNode node, Map<String, String> fields) {
        if (node.isValueNode()) {
            fields.put(path, node.asText());
        }
        node.fields().forEachRemaining(field -> collect(path + "." + field.getKey(), field.getValue(), fields));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(path + "[" + i + "]", node.get(i), fields);
        }
    }
}
