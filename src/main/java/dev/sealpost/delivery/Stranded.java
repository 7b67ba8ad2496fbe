package dev.sealpost.delivery;

import java.util.UUID;

/** A queued message that its sender cannot send. @param sender may be null */
record Stranded(UUID id, Outgoing message, String sender) {

    /** @return null if it stays where it is */
    Stranded movedTo(String other) {
        return other == null || other.equals(sender) ? null : new Stranded(id, message, other);
    }
}
