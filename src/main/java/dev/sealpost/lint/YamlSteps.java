package dev.sealpost.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the steps of a YAML route. */
final class YamlSteps {

    private static final Set<String> OF_A_WAY = Set.of("steps", "id", "description", "note", "disabled");

    private final Findings findings;

    YamlSteps(Findings findings) {
        this.findings = findings;
    }

    List<Element> steps(Item steps) {
        return steps.items().stream().flatMap(this::elements).toList();
    }

    private Stream<Element> elements(Item step) {
        if (step instanceof Item.Text text) {
            return Stream.of(Element.of(text.value(), text.at(), null, List.of()));
        }
        List<Item.Entry> entries = step.block().map(Item.Block::entries).orElse(List.of());
        if (entries.size() != 1) {
            findings.add(Rule.YAML, step.at(), "a step is one key with its value", "write it as - to: kamelet:…");
        }
        return entries.stream().map(this::element);
    }

    private Element element(Item.Entry entry) {
        return switch (entry.key()) {
            case "to" ->
                Element.of("to", entry.at(), endpoint(entry.value()).orElse(null), own(entry.value(), "parameters"));
            case "log" -> Element.of("log", entry.at(), null, message(entry));
            case "choice" -> choice(entry);
            case "filter" -> filter(entry);
            default -> other(entry);
        };
    }

    /** Both forms: {@code kamelet:receive?event=…} and {@code uri} with {@code parameters}. */
    Optional<Endpoint> endpoint(Item value) {
        Optional<Item> uri = value instanceof Item.Text ? Optional.of(value) : at(value, "uri");
        List<Setting> parameters = at(value, "parameters")
                .flatMap(Item::block)
                .map(block -> settings(block, Set.of()))
                .orElse(List.of());
        return uri.map(text -> text instanceof Item.Text plain
                ? Endpoint.of(plain.value(), plain.inner(), parameters)
                : new Endpoint("", text.at(), parameters));
    }

    List<Setting> settings(Item.Block block, Set<String> without) {
        return block.entries().stream()
                .filter(entry -> !without.contains(entry.key()))
                .map(Item.Entry::setting)
                .toList();
    }

    private List<Setting> own(Item value, String... without) {
        Set<String> known = new HashSet<>(List.of(without));
        known.add("uri");
        return value.block().map(block -> settings(block, known)).orElse(List.of());
    }

    private static Optional<Item> at(Item value, String key) {
        return value.block().flatMap(block -> block.value(key));
    }

    private List<Setting> message(Item.Entry log) {
        return log.value() instanceof Item.Text text
                ? List.of(new Setting("message", log.at(), text.value(), text.inner()))
                : own(log.value());
    }

    private Element choice(Item.Entry entry) {
        List<Item> whens = at(entry.value(), "when").map(Item::items).orElse(List.of());
        Optional<Item> otherwise = at(entry.value(), "otherwise");
        List<List<Element>> ways = new ArrayList<>();
        whens.forEach(when -> ways.add(stepsOf(when)));
        otherwise.ifPresent(rest -> ways.add(stepsOf(rest)));
        List<Setting> settings = new ArrayList<>(own(entry.value(), "when", "otherwise"));
        whens.forEach(when -> settings.addAll(ofWay(when)));
        otherwise.ifPresent(rest -> settings.addAll(own(rest, "steps")));
        List<Expression> expressions =
                whens.stream().flatMap(when -> expressions(when).stream()).toList();
        return new Element("choice", entry.at(), null, settings, expressions, ways, otherwise.isEmpty());
    }

    private Element filter(Item.Entry entry) {
        return new Element(
                "filter",
                entry.at(),
                null,
                ofWay(entry.value()),
                expressions(entry.value()),
                List.of(stepsOf(entry.value())),
                true);
    }

    /** What is not on the allow-list: its steps count as if they stood in its place, wherever in it they are. */
    private Element other(Item.Entry entry) {
        List<Element> within = nested(entry.value());
        return new Element(
                entry.key(),
                entry.at(),
                endpoint(entry.value()).orElse(null),
                List.of(),
                List.of(),
                within.isEmpty() ? List.of() : List.of(within),
                false);
    }

    private List<Element> nested(Item value) {
        if (value instanceof Item.Sequence sequence) {
            return sequence.items().stream()
                    .flatMap(item -> nested(item).stream())
                    .toList();
        }
        return value.block().map(Item.Block::entries).orElse(List.of()).stream()
                .flatMap(entry ->
                        entry.key().equals("steps") ? steps(entry.value()).stream() : nested(entry.value()).stream())
                .toList();
    }

    private List<Element> stepsOf(Item way) {
        return at(way, "steps").map(this::steps).orElse(List.of());
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
                .flatMap(YamlSteps::unwrapped)
                .toList();
        return given.isEmpty()
                ? List.of(new Expression("", way.at(), null))
                : given.stream().map(YamlSteps::expression).toList();
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
        Item inner = wrapped ? at(value, "expression").orElse(value) : value;
        return new Expression(entry.key(), entry.at(), inner instanceof Item.Text text ? text.value() : null);
    }
}
