package dev.sealpost.sandbox.whatsapp.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import java.util.List;

/** Locations. */
final class Places {
    private Places() {}

    /** Degrees come as numbers or as text. */
    static ObjectNode location(LenientObject location) {
        ObjectNode shown = Json.object();
        for (String degrees : List.of("latitude", "longitude")) {
            JsonNode value = location.node().path(degrees);
            shown.put(degrees, value.asText(""));
        }
        for (String text : List.of("name", "address")) {
            location.text(text).ifPresent(value -> shown.put(text, value));
        }
        return shown;
    }
}
