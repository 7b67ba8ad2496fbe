package dev.sealpost.configuration;

/** Makes text from outside fit for one line of a terminal or a log: control characters escaped, long text shortened. */
final class Printable {

    private static final int LIMIT = 120;

    private Printable() {}

    static String text(String raw) {
        StringBuilder text = new StringBuilder();
        raw.codePoints().limit(LIMIT).forEach(point -> append(text, point));
        return raw.codePointCount(0, raw.length()) > LIMIT ? text.append('…').toString() : text.toString();
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
