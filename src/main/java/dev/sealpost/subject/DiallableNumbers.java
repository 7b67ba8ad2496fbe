package dev.sealpost.subject;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * {@link PhoneNumbers} by libphonenumber: a number must be valid in its country's numbering plan and of a kind that can belong to
 * a person. Fixed lines and internet telephony can (WhatsApp takes both); free, premium and shared-cost numbers, pagers, company
 * numbers and voice mail cannot.
 */
@Component
class DiallableNumbers implements PhoneNumbers {

    private static final String NO_REGION = "ZZ";
    private static final Set<PhoneNumberType> PERSONAL = EnumSet.of(
            PhoneNumberType.MOBILE,
            PhoneNumberType.FIXED_LINE,
            PhoneNumberType.FIXED_LINE_OR_MOBILE,
            PhoneNumberType.PERSONAL_NUMBER,
            PhoneNumberType.VOIP);

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    private final String region;

    DiallableNumbers(SubjectSettings settings) {
        this.region = settings.defaultRegion() == null ? NO_REGION : settings.defaultRegion();
    }

    @Override
    public Optional<PhoneNumber> parse(String text) {
        Optional<String> dial = PhoneText.dial(text);
        return dial.flatMap(this::valid).or(() -> dial.flatMap(this::validOtherwiseWritten));
    }

    /** Without its ninth digit, as WhatsApp writes it, a Brazilian mobile number is not valid. */
    private Optional<PhoneNumber> validOtherwiseWritten(String dial) {
        return Optional.of(dial)
                .filter(PhoneNumber::isE164)
                .map(PhoneNumber::new)
                .flatMap(NumberVariant::of)
                .flatMap(variant -> valid(variant.e164()));
    }

    private Optional<PhoneNumber> valid(String dial) {
        return read(dial)
                .filter(this::isPersonal)
                .map(number -> library.format(number, PhoneNumberFormat.E164))
                .filter(
                        PhoneNumber
                                ::isE164) // the library takes German numbers of more than E.164's 15 digits for valid
                .map(PhoneNumber::new);
    }

    private Optional<Phonenumber.PhoneNumber> read(String dial) {
        try {
            return Optional.of(library.parse(dial, region));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** The type of an invalid number is {@code UNKNOWN}. */
    private boolean isPersonal(Phonenumber.PhoneNumber number) {
        return PERSONAL.contains(library.getNumberType(number));
    }
}
