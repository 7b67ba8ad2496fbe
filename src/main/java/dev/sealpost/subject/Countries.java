package dev.sealpost.subject;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which country a number belongs to, by libphonenumber's numbering plans. */
final class Countries {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final String NO_REGION = "ZZ";
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private Countries() {}

    /** ISO 3166-1 alpha-2; empty for numbers of no country (satellite, international networks) */
    static Optional<String> of(PhoneNumber number) {
        try {
            String region = LIBRARY.getRegionCodeForNumber(LIBRARY.parse(number.e164(), NO_REGION));
            return Optional.ofNullable(region)
                    .filter(code -> COUNTRY.matcher(code).matches());
        } catch (NumberParseException notAssigned) {
            return Optional.empty();
        }
    }
}
