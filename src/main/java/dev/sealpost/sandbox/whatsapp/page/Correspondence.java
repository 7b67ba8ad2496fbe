package dev.sealpost.sandbox.whatsapp.page;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Messages in the order in which they were recorded; the list only grows. Safe for many threads. */
public interface Correspondence {
    /**
     * What a look through all of them needs.
     *
     * @param person whose chat it belongs to: a number's digits or a user id; empty for what belongs to nobody's
     * @param at when it was recorded
     */
    record Stamp(Optional<String> person, Instant at) {
        @Override
        public String toString() {
            return "Stamp[at=%s]".formatted(at);
        }
    }

    /** Cheap: asked for several times a second. */
    int size();

    Stamp stamp(int index) throws IOException;

    ChatMessage read(int index) throws IOException;
}
