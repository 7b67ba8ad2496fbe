package dev.sealpost.message;

import java.util.UUID;

/** The hub's own id of a message: a UUIDv7 (RFC 9562), so that ids sort by the time they were made. */
public record MessageId(UUID value) implements Comparable<MessageId> {

    public static MessageId next() {
        return new MessageId(Uuid7.next());
    }

    /** @throws IllegalArgumentException if the text is not a UUID */
    public static MessageId of(String text) {
        return new MessageId(UUID.fromString(text));
    }

    @Override
    public int compareTo(MessageId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
