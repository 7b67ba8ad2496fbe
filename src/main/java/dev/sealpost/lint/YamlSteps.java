package dev.sealpost.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the steps of a YAML route. */
final class YamlSteps {

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
            case "choice" -> new YamlBranches(this).choice(entry);
            case "filter" -> new YamlBranches(this).filter(entry);
            default -> other(entry);
        };
    }

    /** Both forms: {@code kamelet:receive?event=…} and {@code uri} with {@code parameters}. */
    Optional<Endpoint> endpoint(Item value) {
        Optional<Item> uri = value instanceof Item.Text ? Optional.of(value) : at(value, "uri");
        List<Setting> parameters = at(value, "parameters").map(this::parameters).orElse(List.of());
        return uri.map(text -> text instanceof Item.Text plain
                ? Endpoint.of(plain.value(), plain.inner(), parameters)
                : new Endpoint("", text.at(), parameters));
    }

    private List<Setting> parameters(Item item) {
        boolean nothing = item instanceof Item.Text text && text.value().isBlank();
        if (item.block().isEmpty() && !nothing) {
            findings.add(
                    Rule.YAML,
                    item.at(),
                    "parameters are names with values",
                    "write each as NAME: value, with a blank behind the colon");
        }
        return item.block().map(block -> settings(block, Set.of())).orElse(List.of());
    }

    List<Setting> settings(Item.Block block, Set<String> without) {
        return block.entries().stream()
                .filter(entry -> !without.contains(entry.key()))
                .map(Item.Entry::setting)
                .toList();
    }

    List<Setting> own(Item value, String... without) {
        Set<String> known = new HashSet<>(List.of(without));
        known.add("uri");
        return value.block().map(block -> settings(block, known)).orElse(List.of());
    }

    static Optional<Item> at(Item value, String key) {
        return value.block().flatMap(block -> block.value(key));
    }

    private List<Setting> message(Item.Entry log) {
        return log.value() instanceof Item.Text text
                ? List.of(new Setting("message", log.at(), text.value(), text.inner()))
                : own(log.value());
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
}
