package dev.sealpost.whatsapp.account;

/** What {@code GET /ID/settings} said about local storage. */
sealed interface StorageReading {

    /** @param region as Meta names it, in capitals; null: Meta's default storage */
    record Read(String region) implements StorageReading {}

    /** There was an answer, but not about storage. */
    record Unreadable(String word) implements StorageReading {}

    /** Nobody answered: what was read before still counts, for a while. */
    record NoAnswer(String word) implements StorageReading {}
}
