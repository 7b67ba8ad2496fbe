package dev.sealpost.sandbox.demo;

import java.util.List;

/**
 * What became of an event.
 *
 * @param path the states it went through
 * @param reason of the last one, empty if it needs none; begins with a stable word
 * @param message the hub's id, to look it up with; empty if there is no message
 */
record Outcome(List<String> path, String reason, String message) {
    String reasonWord() {
        return reason.split("[: ]", 2)[0];
    }

    String state() {
        return path.isEmpty() ? "" : path.get(path.size() - 1);
    }
}
