package dev.sealpost.lint;

import dev.sealpost.lint.KameletDefinition.Property;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a kamelet's definition, and checks that its template is one that flows can trust. */
final class KameletFile {

    private static final String TYPE_LABEL = "camel.apache.org/kamelet.type";

    private final Findings findings;

    KameletFile(Findings findings) {
        this.findings = findings;
    }

    Optional<KameletDefinition> read(Item root) {
        Optional<String> name = text(root, "metadata", "name");
        Optional<Item.Block> definition = at(root, "spec", "definition").flatMap(Item::block);
        if (name.isEmpty() || definition.isEmpty()) {
            findings.add(Rule.KAMELET, root.at(), "a kamelet has metadata.name and spec.definition");
            return Optional.empty();
        }
        new KameletTemplate(findings).check(root);
        boolean source = text(root, "metadata", "labels", TYPE_LABEL).equals(Optional.of("source"));
        return Optional.of(
                new KameletDefinition(name.get(), source, properties(definition.get()), required(definition.get())));
    }

    private static Map<String, Property> properties(Item.Block definition) {
        Map<String, Property> properties = new LinkedHashMap<>();
        definition.value("properties").flatMap(Item::block).ifPresent(block -> block.entries()
                .forEach(entry -> properties.put(entry.key(), property(entry.value()))));
        return properties;
    }

    private static Property property(Item value) {
        List<String> allowed = at(value, "enum").map(Item::items).orElse(List.of()).stream()
                .filter(Item.Text.class::isInstance)
                .map(item -> ((Item.Text) item).value())
                .toList();
        return new Property(text(value, "type").orElse("string"), allowed);
    }

    private static Set<String> required(Item.Block definition) {
        return definition.value("required").map(Item::items).orElse(List.of()).stream()
                .filter(Item.Text.class::isInstance)
                .map(item -> ((Item.Text) item).value())
                .collect(Collectors.toUnmodifiableSet());
    }

    static Optional<Item> at(Item root, String... keys) {
        Optional<Item> item = Optional.of(root);
        for (String key : keys) {
            item = item.flatMap(Item::block).flatMap(block -> block.value(key));
        }
        return item;
    }

    static Optional<String> text(Item root, String... keys) {
        return at(root, keys).filter(Item.Text.class::isInstance).map(item -> ((Item.Text) item).value());
    }
}
