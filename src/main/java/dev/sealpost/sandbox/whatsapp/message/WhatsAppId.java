package dev.sealpost.sandbox.whatsapp.message;

import dev.sealpost.sandbox.whatsapp.wire.PhoneDigits;
import java.util.regex.Pattern;

/**
 * The {@code wa_id} of a number. As a rule its digits; in two countries accounts go by another form of the number: in
 * Brazil without the ninth digit outside the area codes below 31, in Argentina with a 9 after the country code.
 */
public final class WhatsAppId {
    private static final Pattern BRAZIL = Pattern.compile("^55([3-9]\\d)9(\\d{8})$");
    private static final Pattern ARGENTINA = Pattern.compile("^54(?!9)(\\d{10})$");

    private WhatsAppId() {}

    public static String of(PhoneDigits number) {
        String digits = number.digits();
        if (digits.startsWith("55")) {
            return BRAZIL.matcher(digits).replaceFirst("55$1$2");
        }
        return digits.startsWith("54") ? ARGENTINA.matcher(digits).replaceFirst("549$1") : digits;
    }
}
