package dev.sealpost.audit;

import java.util.regex.Pattern;

/** Knows text that looks like a phone number or an e-mail address. */
final class PersonalText {

    private static final int FEWEST_DIGITS_WITH_PLUS = 7;
    private static final int FEWEST_DIGITS = 9;

    /** A number in E.164 form with its plus, perhaps with separators; nine to fifteen digits on their own. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<!\\w)\\+[0-9](?:[ ().-]{0,2}[0-9]){6,14}(?!\\w)|(?<![\\w@-]|[0-9]:)[0-9]{9,15}(?!\\w|-\\w)");

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    private PersonalText() {}

    /** The patterns are spared what has too few digits for a number or no dot behind an at sign. */
    static boolean isIn(String text) {
        return hasDigitsOfNumber(text) && NUMBER.matcher(text).find()
                || hasSignsOfAddress(text) && ADDRESS.matcher(text).find();
    }

    private static boolean hasDigitsOfNumber(String text) {
        int digits = 0;
        int together = 0;
        boolean plus = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            plus |= c == '+';
            digits += digit ? 1 : 0;
            together = digit ? together + 1 : 0;
            if (together == FEWEST_DIGITS || plus && digits >= FEWEST_DIGITS_WITH_PLUS) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasSignsOfAddress(String text) {
        int at = text.indexOf('@');
        return at >= 0 && text.indexOf('.', at) > at;
    }
}
