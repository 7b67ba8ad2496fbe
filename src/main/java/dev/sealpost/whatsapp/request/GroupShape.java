package dev.sealpost.whatsapp.request;

import dev.sealpost.configuration.YamlMap;
import dev.sealpost.configuration.YamlNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object. Its keys are Meta's own, so that what Meta's documentation shows is what the configuration says.
 *
 * @param oneOf keys of which exactly one is given; none if they are all on their own
 */
record GroupShape(Map<String, Entry> entries, List<String> oneOf) implements Shape {

    /** @param written its name in the request */
    record Entry(Shape shape, boolean required, String written) {}

    GroupShape {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    static GroupShape empty() {
        return new GroupShape(Map.of(), List.of());
    }

    GroupShape required(String key, Shape shape) {
        return with(key, new Entry(shape, true, key));
    }

    GroupShape optional(String key, Shape shape) {
        return with(key, new Entry(shape, false, key));
    }

    GroupShape optional(String key, Shape shape, String written) {
        return with(key, new Entry(shape, false, written));
    }

    GroupShape fixed(String key, String word) {
        return with(key, new Entry(new FixedShape(word), false, key));
    }

    GroupShape exactlyOneOf(String... keys) {
        return new GroupShape(entries, List.of(keys));
    }

    private GroupShape with(String key, Entry entry) {
        Map<String, Entry> more = new LinkedHashMap<>(entries);
        more.put(key, entry);
        return new GroupShape(more, oneOf);
    }

    @Override
    public Part read(YamlNode node) {
        YamlMap map = node.map().onlyKeys(entries.keySet().toArray(String[]::new));
        if (node.isMap()
                && !oneOf.isEmpty()
                && oneOf.stream().filter(map.keys()::contains).count() != 1) {
            node.fault("needs exactly one of " + String.join(", ", oneOf), List.of(), "");
        }
        Map<String, Part> parts = new LinkedHashMap<>();
        entries.forEach((key, entry) -> part(map, key, entry).ifPresent(part -> parts.put(entry.written(), part)));
        return new GroupPart(parts);
    }

    private static Optional<Part> part(YamlMap map, String key, Entry entry) {
        if (entry.required()) {
            return Optional.of(entry.shape().read(map.require(key)));
        }
        Optional<Part> fixed = entry.shape() instanceof FixedShape shape ? Optional.of(shape.part()) : Optional.empty();
        return map.find(key).map(entry.shape()::read).or(() -> fixed);
    }
}
