package dev.sealpost.subject;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The other way to write one mobile number. Brazil put a 9 before the eight digits, Argentina and Mexico want a 9 or a 1 behind the
 * country code when called from abroad; WhatsApp knows people by either. No two people have numbers that differ only in this.
 */
enum NumberVariant {
    BRAZIL("\\+55([1-9][0-9])9([6-9][0-9]{7})", "+55%s%s", "\\+55([1-9][0-9])([6-9][0-9]{7})", "+55%s9%s"),
    ARGENTINA("\\+549([1-3])([0-9]{9})", "+54%s%s", "\\+54([1-3])([0-9]{9})", "+549%s%s"),
    MEXICO("\\+521([2-9])([0-9]{9})", "+52%s%s", "\\+52([2-9])([0-9]{9})", "+521%s%s");

    private final Pattern longForm;
    private final String shorter;
    private final Pattern shortForm;
    private final String longer;

    NumberVariant(String longForm, String shorter, String shortForm, String longer) {
        this.longForm = Pattern.compile(longForm);
        this.shorter = shorter;
        this.shortForm = Pattern.compile(shortForm);
        this.longer = longer;
    }

    /** Empty if the number is written in one way only. */
    static Optional<PhoneNumber> of(PhoneNumber number) {
        return List.of(values()).stream()
                .flatMap(country -> country.other(number.e164()).stream())
                .findFirst();
    }

    private Optional<PhoneNumber> other(String number) {
        return rewritten(longForm.matcher(number), shorter).or(() -> rewritten(shortForm.matcher(number), longer));
    }

    private static Optional<PhoneNumber> rewritten(Matcher form, String other) {
        return form.matches()
                ? Optional.of(new PhoneNumber(other.formatted(form.group(1), form.group(2))))
                : Optional.empty();
    }
}
