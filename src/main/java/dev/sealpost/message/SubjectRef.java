package dev.sealpost.message;

import java.util.UUID;

/**
 * A person, as a random reference (UUIDv4) that says nothing about them. It is a pseudonym in the sense of GDPR article 4(5):
 * whoever holds the blind-index key and a phone number can find it, nobody else can.
 */
public record SubjectRef(UUID value) {

    public static SubjectRef random() {
        return new SubjectRef(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if the text is not a UUID */
    public static SubjectRef of(String text) {
        return new SubjectRef(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
