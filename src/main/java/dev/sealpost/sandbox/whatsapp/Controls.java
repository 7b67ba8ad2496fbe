package dev.sealpost.sandbox.whatsapp;

import dev.sealpost.sandbox.whatsapp.wire.Reply;
import java.io.IOException;
import java.util.Optional;
import java.util.TreeMap;

/** The calls of the control API that answer with one document, by method and name. */
final class Controls {
    /** Answers a call. */
    @FunctionalInterface
    interface Control {
        Reply.Answer answer(byte[] body) throws IOException;
    }

    private final TreeMap<String, Control> controls = new TreeMap<>();

    /** @param call such as {@code GET health} */
    Controls on(String call, Control control) {
        controls.put(call, control);
        return this;
    }

    Optional<Control> find(String call) {
        return Optional.ofNullable(controls.get(call));
    }

    /** All of them, for whoever asked for another. */
    String list() {
        return String.join(", ", controls.keySet());
    }
}
