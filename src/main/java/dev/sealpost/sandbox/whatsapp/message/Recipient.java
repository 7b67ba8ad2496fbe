package dev.sealpost.sandbox.whatsapp.message;

import dev.sealpost.sandbox.whatsapp.wire.PhoneDigits;
import java.util.Optional;

/**
 * Whom a message is for.
 *
 * @param input as the request wrote it
 * @param number empty if the request named a user id only
 * @param userId a business-scoped user id
 */
public record Recipient(String input, Optional<PhoneDigits> number, Optional<String> userId) {
    /** Names the person among those who write and are written to: the WhatsApp id, or the user id. */
    public String person() {
        return number.map(WhatsAppId::of).or(() -> userId).orElseThrow();
    }

    @Override
    public String toString() {
        return "Recipient[…]";
    }
}
