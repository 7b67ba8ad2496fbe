package dev.sealpost.subject;

import java.util.Optional;

/** What reaches a person: their phone number, or, where the business does not know it, the user id that WhatsApp gave them for it. */
public sealed interface Recipient permits PhoneNumber, UserId {

    /**
     * The form that is sealed: {@code +351…} or {@code US.…}. Personal data.
     *
     * @throws IllegalArgumentException if it is of neither form
     */
    static Recipient of(String text) {
        return text.startsWith("+") ? new PhoneNumber(text) : new UserId(text);
    }

    /** Where they are, by their number or id (ISO 3166-1 alpha-2); empty for numbers of no country. */
    Optional<String> country();

    /** The text that {@link #of} reads. Personal data. */
    String text();
}
