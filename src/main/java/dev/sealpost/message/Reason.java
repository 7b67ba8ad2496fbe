package dev.sealpost.message;

import java.util.Objects;

/**
 * Why something was refused, blocked or failed: a stable word that programs may branch on, and a detail for people. Neither ever
 * holds personal data or anything taken from a message's content; a detail may name a field's path, a setting or a limit.
 */
public record Reason(String word, String detail) {

    public Reason {
        Objects.requireNonNull(word, "word");
        if (!word.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException("A reason's word is lower-case letters, digits and dashes");
        }
        detail = detail == null ? "" : detail;
    }

    public static Reason of(String word) {
        return new Reason(word, "");
    }

    public static Reason of(String word, String detail) {
        return new Reason(word, detail);
    }

    /** As audit and REST show it: {@code word} or {@code word: detail}. */
    @Override
    public String toString() {
        return detail.isEmpty() ? word : word + ": " + detail;
    }
}
