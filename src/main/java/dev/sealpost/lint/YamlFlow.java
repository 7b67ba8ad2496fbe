package dev.sealpost.lint;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the flow of a YAML file into a {@link FlowModel}. */
final class YamlFlow {

    private static final String ROUTE = "route";

    private final Findings findings;

    YamlFlow(Findings findings) {
        this.findings = findings;
    }

    /** @return empty if the file holds no flow; why is among the findings */
    Optional<FlowModel> read(Item root) {
        if (!(root instanceof Item.Sequence)) {
            findings.add(
                    Rule.TOP_LEVEL,
                    root.at(),
                    "a flow file is a list with one entry, - route:",
                    "begin it with - route:, with the dash, and indent the rest below");
            return Optional.empty();
        }
        List<Item.Entry> entries = root.items().stream()
                .flatMap(item -> item.block().map(Item.Block::entries).orElse(List.of()).stream())
                .toList();
        checkTop(root, entries);
        return entries.stream()
                .filter(entry -> entry.key().equals(ROUTE))
                .findFirst()
                .flatMap(this::flow);
    }

    private void checkTop(Item root, List<Item.Entry> entries) {
        entries.stream()
                .filter(entry -> !entry.key().equals(ROUTE))
                .forEach(entry ->
                        findings.add(Rule.TOP_LEVEL, entry.at(), "\"" + entry.key() + "\" does not belong here"));
        List<Item.Entry> routes =
                entries.stream().filter(entry -> entry.key().equals(ROUTE)).toList();
        routes.stream().skip(1).forEach(second -> findings.add(Rule.ONE_FLOW, second.at(), "this is another flow"));
        if (entries.isEmpty()) {
            findings.add(Rule.TOP_LEVEL, root.at(), "there is no flow in this file", "add - route:");
        }
    }

    private Optional<FlowModel> flow(Item.Entry entry) {
        Optional<Item.Block> route = entry.value().block();
        if (route.isEmpty()) {
            findings.add(Rule.YAML, entry.value().at(), "a route is a map of keys and values");
        }
        return route.map(block -> flow(entry.at(), block));
    }

    private FlowModel flow(Place at, Item.Block route) {
        Optional<Item.Entry> from = route.find("from");
        Item.Block source =
                from.map(Item.Entry::value).flatMap(Item::block).orElseGet(() -> new Item.Block(at, List.of()));
        YamlSteps reader = new YamlSteps(findings);
        return new FlowModel(
                at,
                route.find("id").map(Item.Entry::setting).orElse(null),
                route.find("routeConfigurationId").map(Item.Entry::setting).orElse(null),
                from.flatMap(entry -> reader.endpoint(entry.value())).orElse(null),
                reader.settings(route, Set.of("id", "routeConfigurationId", "from")),
                reader.settings(source, Set.of("uri", "parameters", "steps")),
                source.value("steps").map(reader::steps).orElse(List.of()));
    }
}
