package dev.sealpost.mail;

import dev.sealpost.message.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code key: value} lines among others. Any other line that begins with a space or tab goes on the one before, and
 * what follows a signature's {@code -- } is not read.
 */
final class EventLines {

    static final int MOST = 200;
    static final int MAX_VALUE = 4_096;

    private static final Pattern PAIR = Pattern.compile("([A-Za-z][A-Za-z0-9_-]{0,63})[ \\t]*:(?!//)[ \\t]*(.*)");

    private final Map<String, String> fields = new LinkedHashMap<>();
    private String last;
    private Reason fault;

    private EventLines() {}

    static EventLines in(List<String> lines) {
        EventLines reading = new EventLines();
        lines.stream()
                .takeWhile(line -> !line.equals("-- ") && !line.equals("--"))
                .takeWhile(line -> reading.fault == null)
                .forEach(reading::read);
        return reading;
    }

    Map<String, String> fields() {
        return fields;
    }

    /** Why they are no event; null if nothing is wrong. */
    Reason fault() {
        return fault;
    }

    private void read(String line) {
        Matcher pair = PAIR.matcher(line.strip());
        if (pair.matches()) {
            put(pair.group(1), pair.group(2).strip());
        } else if (last != null && !line.isBlank() && Character.isWhitespace(line.charAt(0))) {
            replace(last, fields.get(last) + " " + line.strip());
        } else {
            last = null;
        }
    }

    private void put(String key, String value) {
        String before = fields.get(key);
        if (before != null && !before.equals(value)) {
            fault = Reason.of("malformed", "a key stands twice with different values");
        } else if (fields.size() >= MOST) {
            fault = Reason.of("malformed", "the mail has more than " + MOST + " lines key: value");
        } else {
            replace(key, value);
            last = key;
        }
    }

    private void replace(String key, String value) {
        if (value.length() > MAX_VALUE) {
            fault = Reason.of("malformed", "a value is longer than " + MAX_VALUE + " characters");
        } else {
            fields.put(key, value);
        }
    }
}
