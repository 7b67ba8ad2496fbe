package dev.sealpost.audit;

import java.util.regex.Pattern;

/** Knows text that looks like a phone number or an e-mail address. */
final class PersonalText {

    private static final int FEWEST_DIGITS = 7;

    /** A number in E.164 form with its plus, perhaps with separators; nine to fifteen digits on their own; an e-mail address. */
    private static final Pattern PERSONAL = Pattern.compile("(?<!\\w)\\+[0-9](?:[ ().-]{0,2}[0-9]){6,14}(?!\\w)"
            + "|(?<![\\w@-]|[0-9]:)[0-9]{9,15}(?!\\w|-\\w)"
            + "|[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    private PersonalText() {}

    static boolean isIn(String text) {
        return (mayBeNumber(text) || mayBeAddress(text))
                && PERSONAL.matcher(text).find();
    }

    /** Spares most values the pattern: it finds no number without seven digits with at most two other characters between. */
    private static boolean mayBeNumber(String text) {
        int digits = 0;
        int others = 0;
        for (int i = 0; i < text.length() && digits < FEWEST_DIGITS; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
                others = 0;
            } else if (++others > 2 || Character.isLetter(c)) {
                digits = 0;
            }
        }
        return digits == FEWEST_DIGITS;
    }

    private static boolean mayBeAddress(String text) {
        int at = text.indexOf('@');
        return at >= 0 && text.indexOf('.', at) > at;
    }
}
