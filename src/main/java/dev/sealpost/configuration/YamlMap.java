package dev.sealpost.configuration;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Keys and values of a configuration file, in their order. A key given twice and a required key that is missing are faults. */
public final class YamlMap {

    private final YamlSource source;
    private final String path;
    private final Optional<Mark> mark;
    private final boolean missing;
    private final Map<String, YamlNode> values = new LinkedHashMap<>();
    private final Map<String, Optional<Mark>> keys = new LinkedHashMap<>();

    private YamlMap(YamlSource source, String path, Node node) {
        this.source = source;
        this.path = path;
        this.missing = !(node instanceof MappingNode);
        this.mark = node == null ? Optional.empty() : node.getStartMark();
    }

    static YamlMap of(YamlSource source, String path, MappingNode node) {
        YamlMap map = new YamlMap(source, path, node);
        node.getValue().forEach(map::add);
        return map;
    }

    /** Stands in for a map that is missing or is something else, which has been recorded already. */
    static YamlMap empty(YamlSource source, String path, Node node) {
        return new YamlMap(source, path, node);
    }

    /** Records every other key as a fault. */
    public YamlMap onlyKeys(String... known) {
        List<String> allowed = List.of(known);
        keys.forEach((key, at) -> {
            if (!allowed.contains(key)) {
                ConfigFault fault = source.fault(at, pathOf(key), "is not a key that belongs here");
                source.faults().add(fault.allowing(allowed).suggesting(key, allowed));
            }
        });
        return this;
    }

    /** Where this map is in its file. */
    public String path() {
        return path;
    }

    public Set<String> keys() {
        return Collections.unmodifiableSet(keys.keySet());
    }

    public Map<String, YamlNode> entries() {
        return Collections.unmodifiableMap(values);
    }

    /** The value of a key that may be left out. */
    public Optional<YamlNode> find(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
    }

    /** The value of a key that must be there. */
    public YamlNode require(String key) {
        return find(key).orElseGet(() -> {
            if (!missing) {
                source.faults().add(source.fault(keys.getOrDefault(key, mark), pathOf(key), "is missing"));
            }
            return new YamlNode(source, pathOf(key), null);
        });
    }

    public String text(String key) {
        return require(key).text();
    }

    public Optional<String> optionalText(String key) {
        return find(key).map(YamlNode::text);
    }

    public <E extends Enum<E>> E enumValue(String key, Class<E> type) {
        return require(key).enumValue(type);
    }

    public <E extends Enum<E>> E enumValue(String key, E fallback) {
        return find(key)
                .map(value -> value.enumValue(fallback.getDeclaringClass()))
                .orElse(fallback);
    }

    public Duration duration(String key) {
        return require(key).duration();
    }

    public Duration duration(String key, Duration fallback) {
        return find(key).map(YamlNode::duration).orElse(fallback);
    }

    public int integer(String key, int min, int max) {
        return require(key).integer(min, max);
    }

    public int integer(String key, int min, int max, int fallback) {
        return find(key).map(value -> value.integer(min, max)).orElse(fallback);
    }

    public boolean flag(String key, boolean fallback) {
        return find(key).map(YamlNode::flag).orElse(fallback);
    }

    public List<YamlNode> list(String key) {
        return require(key).list();
    }

    public YamlMap map(String key) {
        return require(key).map();
    }

    private void add(NodeTuple tuple) {
        Optional<Mark> at = tuple.getKeyNode().getStartMark();
        if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
            source.faults().add(source.fault(at, path, "has a key that is not a single word"));
            return;
        }
        String key = scalar.getValue();
        if (keys.putIfAbsent(key, at) != null) {
            source.faults().add(source.fault(at, pathOf(key), "is given twice").advising("keep one of them"));
            return;
        }
        values.put(key, new YamlNode(source, pathOf(key), tuple.getValueNode()));
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
