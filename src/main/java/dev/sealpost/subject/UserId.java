package dev.sealpost.subject;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A business-scoped user id of WhatsApp: a country's two letters, a dot, up to 128 letters and digits; {@code ENT.} before
 * those where it is of a group of businesses. The same person has another one at another business. It is personal data: it prints nothing of itself, and as JSON it is an empty object.
 */
public record UserId(@JsonIgnore String text) implements Recipient {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}");

    /** @throws IllegalArgumentException if the text is not of the form */
    public UserId {
        if (!isUserId(text)) {
            throw new IllegalArgumentException("Not a WhatsApp user id");
        }
    }

    @Override
    public Optional<String> country() {
        return Optional.of(text.substring(0, 2));
    }

    public static boolean isUserId(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return "UserId[…]";
    }
}
