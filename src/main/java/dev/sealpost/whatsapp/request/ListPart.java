package dev.sealpost.whatsapp.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sealpost.whatsapp.media.MediaFile;
import java.util.List;
import java.util.stream.Stream;

record ListPart(List<Part> parts) implements Part {

    ListPart {
        parts = List.copyOf(parts);
    }

    @Override
    public Stream<String> fields() {
        return parts.stream().flatMap(Part::fields);
    }

    @Override
    public Stream<MediaFile> files() {
        return parts.stream().flatMap(Part::files);
    }

    @Override
    public JsonNode fill(Filling filling) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        parts.forEach(part -> list.add(part.fill(filling)));
        return list;
    }
}
