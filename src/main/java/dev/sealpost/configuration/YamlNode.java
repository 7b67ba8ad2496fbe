package dev.sealpost.configuration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A value of a configuration file with its place. Reading never throws and never answers null: a value that is not what was
 * asked for is recorded as a fault and replaced by a harmless one.
 */
public final class YamlNode {

    private final YamlSource source;
    private final String path;
    private final Node node;
    private final YamlScalar scalar;

    /** @param node null for a value that is missing, which has been recorded already */
    YamlNode(YamlSource source, String path, Node node) {
        this.source = source;
        this.path = path;
        this.node = node;
        this.scalar = new YamlScalar(source, path, node);
    }

    /** Where it is: {@code purposes.order-updates.opt-in}, {@code templates.order_shipped.parameters[1]}. */
    public String path() {
        return path;
    }

    /** The file and line it stands at, {@code config/templates.yml:12}. */
    public String place() {
        int line = node == null
                ? 0
                : node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        return source.file() + (line > 0 ? ":" + line : "");
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public YamlMap map() {
        if (node instanceof MappingNode mapping) {
            return YamlMap.of(source, path, mapping);
        }
        scalar.mismatch("is not a map of keys and values");
        return YamlMap.empty(source, path, node);
    }

    public List<YamlNode> list() {
        if (!(node instanceof SequenceNode sequence)) {
            scalar.mismatch("is not a list");
            return List.of();
        }
        List<YamlNode> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new YamlNode(source, path + "[" + items.size() + "]", item));
        }
        return items;
    }

    /** A scalar as it is written, numbers and all, with placeholders resolved; never blank unless at fault. */
    public String text() {
        return scalar.text().orElse("");
    }

    /** A word in wire form ({@code legal-obligation}) as the constant of that name. */
    public <E extends Enum<E>> E enumValue(Class<E> type) {
        return readEnum(type).orElse(type.getEnumConstants()[0]);
    }

    /** The same, but empty if it is at fault. */
    public <E extends Enum<E>> Optional<E> readEnum(Class<E> type) {
        return scalar.read(ScalarType.enumOf(type));
    }

    /** A whole number with its unit: {@code 500ms}, {@code 30s}, {@code 10m}, {@code 24h}, {@code 0d}. */
    public Duration duration() {
        return scalar.read(ScalarType.DURATION).orElse(Duration.ZERO);
    }

    /** A whole number from {@code min} to {@code max}, both included. */
    public int integer(int min, int max) {
        return scalar.read(ScalarType.integer(min, max)).orElse(min);
    }

    public boolean flag() {
        return scalar.read(ScalarType.FLAG).orElse(false);
    }

    /** This value as the path of another file, seen from the directory of its own. */
    public Path file() {
        return Path.of(source.file()).resolveSibling(text());
    }

    /** Records that this value is wrong. */
    public void fault(String problem, List<String> allowed, String advice) {
        scalar.fault(problem, allowed, advice);
    }

    public void fault(String problem) {
        fault(problem, List.of(), "");
    }

    boolean isEmpty() {
        return scalar.isEmpty();
    }
}
