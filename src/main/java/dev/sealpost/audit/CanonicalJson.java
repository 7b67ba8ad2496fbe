package dev.sealpost.audit;

import java.util.SortedMap;

/**
 * Writes JSON objects of strings and objects in the canonical form of RFC 8785: members sorted by UTF-16 code units, no white
 * space, only what must be escaped escaped.
 *
 * <p>Does not check for lone surrogates, which RFC 8785 forbids: {@link InertText} replaces them before.
 */
final class CanonicalJson {

    private final StringBuilder out;
    private String last;

    /** Begins an object. */
    CanonicalJson(StringBuilder out) {
        this.out = out.append('{');
    }

    /** @param members values are strings or sorted maps of strings; the natural order of String is that of UTF-16 code units */
    static String write(SortedMap<String, ?> members) {
        var out = new StringBuilder();
        object(out, members);
        return out.toString();
    }

    @SuppressWarnings("unchecked")
    private static void object(StringBuilder out, SortedMap<String, ?> members) {
        var json = new CanonicalJson(out);
        members.forEach((name, value) -> {
            if (value instanceof SortedMap<?, ?> object) {
                json.member(name, (SortedMap<String, ?>) object);
            } else {
                json.member(name, (String) value);
            }
        });
        json.end();
    }

    /**
     * @param value null leaves the member out
     * @throws IllegalArgumentException if it belongs before a member that was written
     */
    CanonicalJson member(String name, String value) {
        if (value != null) {
            name(name);
            string(value);
        }
        return this;
    }

    /** @throws IllegalArgumentException if it belongs before a member that was written */
    CanonicalJson member(String name, SortedMap<String, ?> members) {
        name(name);
        object(out, members);
        return this;
    }

    void end() {
        out.append('}');
    }

    private void name(String name) {
        if (last != null) {
            if (last.compareTo(name) >= 0) {
                throw new IllegalArgumentException(name + " does not follow " + last);
            }
            out.append(',');
        }
        last = name;
        string(name);
        out.append(':');
    }

    private void string(String text) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(text, written, i);
                escaped(c);
                written = i + 1;
            }
        }
        out.append(text, written, text.length()).append('"');
    }

    private void escaped(char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append(String.format("\\u%04x", (int) c));
        }
    }
}
