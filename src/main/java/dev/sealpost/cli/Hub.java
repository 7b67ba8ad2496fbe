package dev.sealpost.cli;

import java.util.List;

/** Starts the hub. */
@FunctionalInterface
public interface Hub {

    /** @param settings as Spring takes them, {@code --name=value} */
    void start(List<String> settings);
}
