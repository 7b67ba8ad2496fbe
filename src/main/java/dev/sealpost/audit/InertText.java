package dev.sealpost.audit;

/**
 * Text that does nothing to whoever stores or shows it. Control and format characters (NUL, which PostgreSQL refuses; ANSI
 * escapes; line breaks; bidirectional overrides) and lone surrogates become U+FFFD; what is longer than {@value #MAX_LENGTH}
 * UTF-16 units is cut, with an ellipsis.
 */
final class InertText {

    static final int MAX_LENGTH = 512;
    private static final int REPLACEMENT = 0xFFFD;

    private InertText() {}

    /** @return null for null */
    static String of(String text) {
        return isSurelyInert(text) ? text : cut(inert(text));
    }

    /** @return true for null, and for short text of printable ASCII; other text may be inert too, which {@link #of} finds out */
    static boolean isSurelyInert(String text) {
        return text == null || text.length() <= MAX_LENGTH && isPrintableAscii(text);
    }

    private static boolean isPrintableAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static String inert(String text) {
        var result = new StringBuilder(text.length());
        text.codePoints()
                .limit(MAX_LENGTH + 1L)
                .map(c -> isActive(c) ? REPLACEMENT : c)
                .forEach(result::appendCodePoint);
        return result.toString();
    }

    private static boolean isActive(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String cut(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        int end = MAX_LENGTH - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
