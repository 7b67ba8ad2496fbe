package dev.sealpost.subject;

/** A valid phone number in E.164 form. Prints only its country code: it is personal data. */
public record PhoneNumber(String e164) {

    @Override
    public String toString() {
        return e164.substring(0, Math.min(3, e164.length())) + "…";
    }
}
