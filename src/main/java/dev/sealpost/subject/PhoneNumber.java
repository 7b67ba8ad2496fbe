package dev.sealpost.subject;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A phone number in E.164 form: {@code +}, country code, national number, at most 15 digits. It is personal data: it prints
 * nothing of itself, and as JSON it is an empty object.
 */
public record PhoneNumber(@JsonIgnore String e164) implements Recipient {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{5,14}");

    /** @throws IllegalArgumentException if the text is not of the form; whether the number exists is not checked here */
    public PhoneNumber {
        if (!isE164(e164)) {
            throw new IllegalArgumentException("Not a phone number in E.164 form");
        }
    }

    @Override
    public Optional<String> country() {
        return Countries.of(this);
    }

    static boolean isE164(String text) {
        return E164.matcher(text).matches();
    }

    @Override
    @JsonIgnore
    public String text() {
        return e164;
    }

    @Override
    public String toString() {
        return "PhoneNumber[…]";
    }
}
