package dev.sealpost.subject;

import java.util.Optional;

/** Reads phone numbers as people write them. */
public interface PhoneNumbers {

    /**
     * @param text an international number, {@code +351 912 345 678} and the like; a number without country code is read only if
     *     {@code sealpost.subject.default-region} is set
     * @return empty if it is not a possible, valid number
     */
    Optional<PhoneNumber> parse(String text);
}
