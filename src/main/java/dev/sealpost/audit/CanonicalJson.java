package dev.sealpost.audit;

import java.util.Map;
import java.util.SortedMap;

/**
 * Writes JSON objects of strings and objects in the canonical form of RFC 8785: members sorted by UTF-16 code units, no white
 * space, only what must be escaped escaped.
 *
 * <p>Does not check for lone surrogates, which RFC 8785 forbids: {@link InertText} replaces them before.
 */
final class CanonicalJson {

    private final StringBuilder out = new StringBuilder(384);

    private CanonicalJson() {}

    /** @param members values are strings or sorted maps of strings; the natural order of String is that of UTF-16 code units */
    static String write(SortedMap<String, ?> members) {
        var json = new CanonicalJson();
        json.object(members);
        return json.out.toString();
    }

    private void object(SortedMap<?, ?> members) {
        char before = '{';
        for (Map.Entry<?, ?> member : members.entrySet()) {
            out.append(before);
            string((String) member.getKey());
            out.append(':');
            value(member.getValue());
            before = ',';
        }
        out.append(members.isEmpty() ? "{}" : "}");
    }

    private void value(Object value) {
        if (value instanceof SortedMap<?, ?> members) {
            object(members);
        } else {
            string((String) value);
        }
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
