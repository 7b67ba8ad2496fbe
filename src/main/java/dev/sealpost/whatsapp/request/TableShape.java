package dev.sealpost.whatsapp.request;

import dev.sealpost.configuration.YamlNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** An object whose names the business chooses. */
record TableShape(Shape value) implements Shape {

    @Override
    public Part read(YamlNode node) {
        Map<String, Part> parts = new LinkedHashMap<>();
        node.map().entries().forEach((name, entry) -> parts.put(name, value.read(entry)));
        return new GroupPart(parts);
    }
}
