package dev.sealpost.delivery;

import dev.sealpost.vault.DataKey;
import java.time.Instant;
import java.util.UUID;

/**
 * A queued message whose row the claim has locked. Prints none of its content.
 *
 * @param expired its time to live is over, by the database's clock
 * @param blocker the same person's message that goes first, or null
 */
record Candidate(
        MessageFacts message,
        String template,
        byte[] content,
        int attempts,
        Instant expiresAt,
        boolean expired,
        UUID blocker) {

    boolean waits() {
        return blocker != null;
    }

    ClaimedMessage claimed(DataKey key) {
        return new ClaimedMessage(message, template, content, key, attempts + 1, expiresAt);
    }

    @Override
    public String toString() {
        return "Candidate[" + message.id() + "]";
    }
}
