package dev.sealpost.configuration;

/**
 * Makes text from outside fit for one line of a terminal or a log: line breaks, control characters, and what turns the direction of
 * writing are escaped.
 */
public final class Printable {

    private static final int LIMIT = 120;

    private Printable() {}

    /** Shortened, for showing a value. */
    public static String text(String raw) {
        boolean fits = raw.codePointCount(0, raw.length()) <= LIMIT;
        return fits ? line(raw) : line(raw.substring(0, raw.offsetByCodePoints(0, LIMIT))) + "…";
    }

    /** All of it, on one line. */
    public static String line(String raw) {
        if (raw.codePoints().allMatch(Printable::isShown)) {
            return raw;
        }
        StringBuilder text = new StringBuilder();
        raw.codePoints().forEach(point -> append(text, point));
        return text.toString();
    }

    private static void append(StringBuilder text, int point) {
        if (isShown(point)) {
            text.appendCodePoint(point);
        } else {
            text.append(String.format("\\u%04x", point));
        }
    }

    private static boolean isShown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
