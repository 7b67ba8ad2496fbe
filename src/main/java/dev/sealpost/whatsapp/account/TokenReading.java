package dev.sealpost.whatsapp.account;

import java.time.Instant;

/** What {@code GET /debug_token} said. */
sealed interface TokenReading {

    /**
     * @param expires null: never
     * @param dataAccessExpires null: never
     * @param warning a reason's word, or null
     */
    record Valid(Instant expires, Instant dataAccessExpires, String warning) implements TokenReading {}

    /** It opens nothing, or not what is needed. */
    record Unfit(String word) implements TokenReading {}

    /** There was an answer, but none that tells whether it is valid: what was read before still counts. */
    record Unreadable(String word) implements TokenReading {}

    record NoAnswer(String word) implements TokenReading {}
}
