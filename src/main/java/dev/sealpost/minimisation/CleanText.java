package dev.sealpost.minimisation;

/**
 * Text as a WhatsApp template parameter may hold it: line breaks, tabs, control characters and runs of spaces become one space;
 * what turns the direction of writing is left out; half a surrogate pair becomes U+FFFD.
 */
final class CleanText {

    private static final int REPLACEMENT = 0xFFFD;

    private CleanText() {}

    static String of(String raw) {
        StringBuilder text = new StringBuilder(Math.min(raw.length(), 1024));
        raw.codePoints().filter(point -> !turnsDirection(point)).forEach(point -> append(text, point));
        return text.toString().stripTrailing();
    }

    /** The first code points of it, without a trailing space. */
    static String first(int length, String text) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length)).stripTrailing();
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static void append(StringBuilder text, int point) {
        if (!isSpace(point)) {
            text.appendCodePoint(Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point);
        } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
            text.append(' ');
        }
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || Character.isISOControl(point);
    }

    private static boolean turnsDirection(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    }
}
