package dev.sealpost.lint;

import dev.sealpost.configuration.ConfigFault;
import dev.sealpost.configuration.Faults;
import dev.sealpost.configuration.YamlDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.AnchorNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a YAML file into {@link Item}s: one document, no tabs, no duplicate keys, no anchors, aliases or tags. */
final class YamlTree {

    private final String file;
    private final Findings findings;

    private YamlTree(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /** @return empty if it could not be read; why is among the findings */
    static Optional<Item> read(String file, String text, Findings findings) {
        List<Place> marked = YamlMarks.of(file, text);
        marked.forEach(at -> findings.add(Rule.YAML_ALIAS, at, "anchors, aliases and tags are not used in flows"));
        Faults faults = new Faults();
        Optional<Node> root = YamlDocument.compose(file, text, faults);
        faults.all().forEach(fault -> findings.add(Rule.YAML, place(fault), fault.problem(), fix(fault)));
        return marked.isEmpty() ? root.map(new YamlTree(file, findings)::item) : Optional.empty();
    }

    static Place place(ConfigFault fault) {
        return new Place(fault.file() == null ? "" : fault.file(), fault.line(), fault.column());
    }

    private static String fix(ConfigFault fault) {
        return fault.advice().isEmpty() ? Rule.YAML.fix() : fault.advice();
    }

    private Item item(Node node) {
        if (node instanceof MappingNode mapping) {
            return block(mapping);
        }
        if (node instanceof SequenceNode sequence) {
            return new Item.Sequence(
                    place(node), sequence.getValue().stream().map(this::item).toList());
        }
        if (node instanceof AnchorNode anchor) {
            return item(anchor.getRealNode());
        }
        ScalarNode scalar = (ScalarNode) node;
        boolean quoted = scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED
                || scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED;
        Place at = place(node);
        return new Item.Text(at, scalar.getValue(), quoted ? at.right(1) : at);
    }

    private Item block(MappingNode mapping) {
        List<Item.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Place at = place(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                findings.add(
                        Rule.YAML,
                        at,
                        "a key has to be a single word",
                        "put a {{placeholder}} into quotes, and so what begins with a brace");
            } else if (!keys.add(key.getValue())) {
                findings.add(Rule.DUPLICATE_KEY, at, "\"" + key.getValue() + "\" is given twice");
            } else {
                entries.add(new Item.Entry(key.getValue(), at, item(tuple.getValueNode())));
            }
        }
        return new Item.Block(place(mapping), entries);
    }

    private Place place(Node node) {
        return place(file, node.getStartMark());
    }

    static Place place(String file, Optional<Mark> mark) {
        return mark.map(at -> new Place(file, at.getLine() + 1, at.getColumn() + 1))
                .orElseGet(() -> Place.of(file));
    }
}
