package dev.sealpost.whatsapp.request;

import dev.sealpost.configuration.YamlMap;
import dev.sealpost.configuration.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One of several objects, told apart by what one of their keys says. */
record ChoiceShape(String key, Map<String, Shape> shapes) implements Shape {

    ChoiceShape {
        shapes = new TreeMap<>(shapes);
    }

    @Override
    public Part read(YamlNode node) {
        YamlMap map = node.map();
        YamlNode word = map.require(key);
        Optional<Shape> shape = Optional.ofNullable(shapes.get(word.text()));
        if (shape.isEmpty() && !word.text().isEmpty()) {
            word.fault("is not known", List.copyOf(shapes.keySet()), "");
        }
        return shape.map(known -> known.read(node)).orElseGet(() -> new GroupPart(Map.of()));
    }
}
