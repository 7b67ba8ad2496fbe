package dev.sealpost.subject;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The writings of a phone number that are read: digits, an optional leading {@code +} or {@code 00}, and between them spaces,
 * dots, hyphens and parentheses. Letters, extensions, slashes (which often part two numbers), {@code tel:} and digits of other
 * scripts are refused rather than guessed at: a message to the wrong person is worse than none.
 */
final class PhoneText {

    private static final int LONGEST = 40;
    private static final String SEPARATING = "- ().\\u00A0\\u202F\\u2010\\u2011\\u2013";
    private static final Pattern WRITING = Pattern.compile("[ (]*+\\+?[0-9(][" + SEPARATING + "0-9]*+");
    private static final Pattern SEPARATORS = Pattern.compile("[^+0-9]");

    private PhoneText() {}

    /** Digits with a leading {@code +} if the number is international, or empty if it is not written like a number. */
    static Optional<String> dial(String text) {
        if (text == null || text.length() > LONGEST || !WRITING.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = SEPARATORS.matcher(text).replaceAll("");
        return Optional.of(digits.startsWith("00") ? "+" + digits.substring(2) : digits);
    }
}
