package dev.sealpost.sandbox.whatsapp.wire;

import java.util.Optional;
import java.util.regex.Pattern;

/** A phone number as WhatsApp writes it: country code first, digits only. */
public record PhoneDigits(String digits) {
    private static final Pattern SEPARATORS = Pattern.compile("[^0-9]");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{5,14}");
    private static final int CODE_LENGTH = 6;

    /** Empty if what remains without separators has not 6 to 15 digits. */
    public static Optional<PhoneDigits> parse(String written) {
        String digits = SEPARATORS.matcher(written).replaceAll("");
        return NUMBER.matcher(digits).matches() ? Optional.of(new PhoneDigits(digits)) : Optional.empty();
    }

    public long number() {
        return Long.parseLong(digits);
    }

    /** The last six digits, which make a recipient magic if they are a code. */
    public int lastSix() {
        return Integer.parseInt(digits.substring(digits.length() - CODE_LENGTH));
    }

    @Override
    public String toString() {
        return "PhoneDigits[…]";
    }
}
