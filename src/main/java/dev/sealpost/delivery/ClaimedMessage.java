package dev.sealpost.delivery;

import dev.sealpost.sealing.SealedContent;
import dev.sealpost.vault.DataKey;
import java.time.Instant;

/**
 * A message this hub is to send now, still sealed; {@code SENDING} is committed. Prints none of its content.
 *
 * @param attempt 1 for the first
 * @param refusals before this attempt
 * @param windowUntil until when the person may be written to freely, or null if they may not
 */
record ClaimedMessage(
        MessageFacts message,
        String template,
        String sender,
        String country,
        byte[] content,
        DataKey key,
        int attempt,
        Refusals refusals,
        Instant expiresAt,
        Instant windowUntil) {

    Tried tried() {
        return new Tried(message, template, sender, country, attempt, refusals, expiresAt, true);
    }

    SealedContent sealed() {
        return new SealedContent(message.id(), message.subject(), message.purpose(), content);
    }

    @Override
    public String toString() {
        return "ClaimedMessage[" + message.id() + ", attempt=" + attempt + "]";
    }
}
