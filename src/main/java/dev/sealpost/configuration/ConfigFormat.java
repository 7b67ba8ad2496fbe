package dev.sealpost.configuration;

import java.util.Optional;

/**
 * One file of the configuration directory. Implementations are listed in {@code META-INF/spring.factories}; what they make
 * becomes a singleton bean before any other bean exists.
 */
public interface ConfigFormat<T> {

    /** The file's name, {@code purposes.yml}. */
    String file();

    Class<T> type();

    /**
     * Reads the whole file. Says what is wrong through the nodes or {@code faults} and goes on: a value at fault is replaced by a
     * harmless one that is never null, and the result is thrown away if there was any fault at all.
     */
    T parse(YamlNode root, Faults faults);

    /** What holds if the file is not there; empty if it must be. */
    default Optional<T> withoutFile() {
        return Optional.empty();
    }
}
