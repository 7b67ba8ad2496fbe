package dev.sealpost.configuration;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads one YAML 1.2 document into nodes that know their place. Bounded in size, depth and what aliases expand to. Makes no
 * objects of types named in the file.
 */
public final class YamlDocument {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private YamlDocument() {}

    /**
     * @param file how faults name it
     * @return the root, whose reading does no harm if the text could not be read at all, which is recorded as one fault
     */
    public static YamlNode read(String file, String text, Placeholders placeholders, Faults faults) {
        YamlSource source = new YamlSource(file, placeholders, faults);
        return new YamlNode(source, "", compose(source, text).orElse(null));
    }

    /**
     * Reads one document into the library's own nodes, for a reader that needs the place of everything.
     *
     * @param file how faults name it
     * @return empty if the text could not be read, which is recorded as one fault
     */
    public static Optional<Node> compose(String file, String text, Faults faults) {
        return compose(new YamlSource(file, Placeholders.none(), faults), text);
    }

    private static Optional<Node> compose(YamlSource source, String text) {
        String body = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        try {
            Optional<ConfigFault> excess = YamlLimits.exceeded(source, body);
            if (excess.isPresent()) {
                source.faults().add(excess.get());
                return Optional.empty();
            }
            return root(source, body);
        } catch (YamlEngineException broken) {
            source.faults().add(fault(source, body, broken));
            return Optional.empty();
        }
    }

    private static Optional<Node> root(YamlSource source, String body) {
        Optional<Node> root = new Compose(settings(source.file())).composeString(body);
        if (root.isEmpty()) {
            source.faults().add(ConfigFault.in(source.file(), "", "is empty"));
        }
        return root.filter(node -> YamlLimits.expandsWithin(source, node));
    }

    static LoadSettings settings(String file) {
        return LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(YamlLimits.CHARACTERS)
                .build();
    }

    private static ConfigFault fault(YamlSource source, String body, YamlEngineException broken) {
        if (broken instanceof MarkedYamlEngineException marked) {
            Optional<Mark> mark = marked.getProblemMark().or(marked::getContextMark);
            return advice(source.fault(mark, "", "is not valid YAML: " + Printable.text(marked.getProblem())));
        }
        if (broken instanceof ReaderException reader) {
            int line = 1
                    + (int) body.codePoints()
                            .limit(reader.getPosition())
                            .filter(point -> point == '\n')
                            .count();
            String character = String.format("U+%04X", reader.getCodePoint());
            return ConfigFault.at(
                    source.file(), line, 0, "", "holds the character " + character + ", which YAML does not allow");
        }
        return ConfigFault.in(source.file(), "", "is not valid YAML: " + Printable.text("" + broken.getMessage()));
    }

    private static ConfigFault advice(ConfigFault fault) {
        if (fault.problem().contains("TAB")) {
            return fault.advising("indent with spaces, not tabs");
        }
        return fault.problem().contains("block") || fault.problem().contains("mapping values")
                ? fault.advising("line it up with the lines of the same level; the mistake may be in the line before")
                : fault;
    }
}
