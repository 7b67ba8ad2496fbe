package dev.sealpost.configuration;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** What every node of a file shares: the file's name, where faults go, what placeholders stand for. */
record YamlSource(String file, Placeholders placeholders, Faults faults) {

    ConfigFault fault(Optional<Mark> mark, String key, String problem) {
        int line = mark.map(at -> at.getLine() + 1).orElse(0);
        int column = mark.map(at -> at.getColumn() + 1).orElse(0);
        return ConfigFault.at(file, line, column, key, problem);
    }
}
