package dev.sealpost.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code choice} and {@code filter}: their ways, and what decides between them. */
final class YamlBranches {

    private static final Set<String> OF_A_WAY = Set.of("steps", "id", "description", "note", "disabled");

    private final YamlSteps reader;

    YamlBranches(YamlSteps reader) {
        this.reader = reader;
    }

    Element choice(Item.Entry entry) {
        List<Item> whens = YamlSteps.at(entry.value(), "when").map(Item::items).orElse(List.of());
        Optional<Item> otherwise = YamlSteps.at(entry.value(), "otherwise");
        List<List<Element>> ways = new ArrayList<>();
        whens.forEach(when -> ways.add(stepsOf(when)));
        otherwise.ifPresent(rest -> ways.add(stepsOf(rest)));
        List<Setting> settings = new ArrayList<>(reader.own(entry.value(), "when", "otherwise"));
        whens.forEach(when -> settings.addAll(ofWay(when)));
        otherwise.ifPresent(rest -> settings.addAll(reader.own(rest, "steps")));
        List<Expression> expressions =
                whens.stream().flatMap(when -> expressions(when).stream()).toList();
        return new Element("choice", entry.at(), null, settings, expressions, ways, otherwise.isEmpty());
    }

    Element filter(Item.Entry entry) {
        return new Element(
                "filter",
                entry.at(),
                null,
                ofWay(entry.value()),
                expressions(entry.value()),
                List.of(stepsOf(entry.value())),
                true);
    }

    private List<Element> stepsOf(Item way) {
        return YamlSteps.at(way, "steps").map(reader::steps).orElse(List.of());
    }

    private List<Setting> ofWay(Item way) {
        return way.block().map(Item.Block::entries).orElse(List.of()).stream()
                .filter(entry -> OF_A_WAY.contains(entry.key()) && !entry.key().equals("steps"))
                .map(Item.Entry::setting)
                .toList();
    }

    private List<Expression> expressions(Item way) {
        List<Item.Entry> given = way.block().map(Item.Block::entries).orElse(List.of()).stream()
                .filter(entry -> !OF_A_WAY.contains(entry.key()))
                .flatMap(YamlBranches::unwrapped)
                .toList();
        return given.isEmpty()
                ? List.of(new Expression("", way.at(), null))
                : given.stream().map(YamlBranches::expression).toList();
    }

    private static Stream<Item.Entry> unwrapped(Item.Entry entry) {
        return entry.key().equals("expression")
                ? entry.value().block().map(Item.Block::entries).orElse(List.of()).stream()
                : Stream.of(entry);
    }

    /** {@code simple: text} or {@code simple: {expression: text}}; anything more is not a single value. */
    private static Expression expression(Item.Entry entry) {
        Item value = entry.value();
        boolean wrapped = value instanceof Item.Block block && block.entries().size() == 1;
        Item inner = wrapped ? YamlSteps.at(value, "expression").orElse(value) : value;
        return new Expression(entry.key(), entry.at(), inner instanceof Item.Text text ? text.value() : null);
    }
}
