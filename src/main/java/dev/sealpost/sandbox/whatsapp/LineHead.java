package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.core.JsonParser;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The plain fields at the beginning of a journal's line, up to the first that is an object or a list. Cheap. */
record LineHead(Map<String, String> fields) {
    static LineHead of(byte[] line) throws IOException {
        var fields = new HashMap<String, String>();
        try (JsonParser parser = Json.MAPPER.createParser(line)) {
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                if (parser.nextToken().isStructStart()) {
                    break;
                }
                fields.put(name, parser.getText());
            }
        }
        return new LineHead(fields);
    }

    String get(String name) {
        return fields.getOrDefault(name, "");
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    @Override
    public String toString() {
        return "LineHead" + fields.keySet();
    }
}
