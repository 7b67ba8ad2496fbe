package dev.sealpost.configuration;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The text of a value, and how faults show it: as it is written, since what a placeholder stands for may be a secret. */
final class YamlScalar {

    private final YamlSource source;
    private final String path;
    private final Node node;

    /** @param node null for a value that is missing, which has been recorded already */
    YamlScalar(YamlSource source, String path, Node node) {
        this.source = source;
        this.path = path;
        this.node = node;
    }

    boolean isEmpty() {
        return node == null || Tag.NULL.equals(node.getTag());
    }

    /** With placeholders resolved; empty if it is missing or at fault. */
    Optional<String> text() {
        if (node == null) {
            return Optional.empty();
        }
        if (shown() == null) {
            mismatch(node instanceof ScalarNode ? "is empty" : "is not a single value");
            return Optional.empty();
        }
        Optional<String> resolved = source.placeholders().resolve(raw());
        if (resolved.isEmpty()) {
            fault(
                    "holds a placeholder that has no value",
                    List.of(),
                    "set it in application.yml or in the environment");
        }
        return resolved;
    }

    /** Empty if it is missing or at fault. */
    <T> Optional<T> read(ScalarType<T> type) {
        return text().flatMap(text -> recorded(type, text));
    }

    void fault(String problem, List<String> allowed, String advice) {
        source.faults().add(at(problem).showing(shown()).allowing(allowed).advising(advice));
    }

    /** A value that is missing was recorded before. */
    void mismatch(String problem) {
        if (node != null) {
            fault(isEmpty() ? "is empty" : problem, List.of(), "");
        }
    }

    private <T> Optional<T> recorded(ScalarType<T> type, String text) {
        Optional<T> value = type.read(text);
        if (value.isEmpty()) {
            source.faults().add(type.explain(at(type.problem()).showing(raw()), text));
        }
        return value;
    }

    private ConfigFault at(String problem) {
        Optional<Mark> mark = node == null ? Optional.empty() : node.getStartMark();
        return source.fault(mark, path, problem);
    }

    private String raw() {
        return node instanceof ScalarNode scalar && !isEmpty() ? scalar.getValue() : null;
    }

    private String shown() {
        return raw() == null || raw().isBlank() ? null : raw();
    }
}
