package dev.sealpost.whatsapp.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.whatsapp.media.MediaFile;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** An object. */
record GroupPart(Map<String, Part> parts) implements Part {

    GroupPart {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    @Override
    public Stream<String> fields() {
        return parts.values().stream().flatMap(Part::fields);
    }

    @Override
    public Stream<MediaFile> files() {
        return parts.values().stream().flatMap(Part::files);
    }

    @Override
    public JsonNode fill(Filling filling) {
        ObjectNode group = JsonNodeFactory.instance.objectNode();
        parts.forEach((name, part) -> group.set(name, part.fill(filling)));
        return group;
    }
}
