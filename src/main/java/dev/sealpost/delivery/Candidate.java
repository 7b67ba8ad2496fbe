package dev.sealpost.delivery;

import dev.sealpost.vault.DataKey;
import dev.sealpost.window.Chat;
import java.time.Instant;
import java.util.UUID;

/**
 * A queued message whose row the claim has locked. Prints none of its content.
 *
 * @param sender by which it goes
 * @param country the person's, or null
 * @param expired its time to live is over, by the database's clock
 * @param blocker the same person's message that goes first, or null
 * @param windowUntil how long the person may be written to freely, or null: not known, or not at all
 */
record Candidate(
        MessageFacts message,
        String template,
        String sender,
        String country,
        byte[] content,
        int attempts,
        Refusals refusals,
        Instant expiresAt,
        boolean expired,
        UUID blocker,
        Instant windowUntil) {

    boolean waits() {
        return blocker != null;
    }

    Chat chat() {
        return new Chat(sender, message.subject());
    }

    Candidate withWindow(Instant until) {
        return new Candidate(
                message, template, sender, country, content, attempts, refusals, expiresAt, expired, blocker, until);
    }

    ClaimedMessage claimed(DataKey key) {
        return new ClaimedMessage(
                message, template, sender, country, content, key, attempts + 1, refusals, expiresAt, windowUntil);
    }

    @Override
    public String toString() {
        return "Candidate[" + message.id() + "]";
    }
}
