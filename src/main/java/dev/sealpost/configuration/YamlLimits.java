package dev.sealpost.configuration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** What a configuration file may cost to read. */
final class YamlLimits {

    static final int CHARACTERS = 1_000_000;
    private static final int DEPTH = 32;
    private static final int NODES = 50_000;

    private YamlLimits() {}

    /** Looks at events only, since composing recurses as deep as the text nests. */
    static Optional<ConfigFault> exceeded(YamlSource source, String text) {
        if (text.length() > CHARACTERS) {
            return Optional.of(ConfigFault.in(source.file(), "", "is longer than " + CHARACTERS + " characters"));
        }
        int depth = 0;
        for (Event event : new Parse(YamlDocument.settings(source.file())).parseString(text)) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEPTH) {
                return Optional.of(source.fault(event.getStartMark(), "", tooDeep()));
            }
        }
        return Optional.empty();
    }

    /** Records a fault and answers false if aliases make more of the nodes than is reasonable, or make them contain themselves. */
    static boolean expandsWithin(YamlSource source, Node root) {
        boolean within = count(root, 0) <= NODES;
        if (!within) {
            source.faults()
                    .add(ConfigFault.in(source.file(), "", "grows beyond " + NODES + " values or contains itself")
                            .advising("write values out instead of using aliases"));
        }
        return within;
    }

    /** Stops counting soon after the limit. */
    private static int count(Node node, int depth) {
        if (depth > DEPTH) {
            return NODES + 1;
        }
        int count = 1;
        for (Node child : children(node)) {
            count += count(child, depth + 1);
            if (count > NODES) {
                return count;
            }
        }
        return count;
    }

    private static Iterable<Node> children(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue().stream()
                    .flatMap(tuple -> Stream.of(tuple.getKeyNode(), tuple.getValueNode()))
                    .toList();
        }
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of();
    }

    private static String tooDeep() {
        return "nests deeper than " + DEPTH + " levels";
    }
}
