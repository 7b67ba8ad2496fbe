package dev.sealpost.whatsapp.account;

/** What Meta said about a sender just now. */
record AccountReading(NumberReading number, StorageReading storage, TokenReading token) {

    boolean isAnswered() {
        return !(storage instanceof StorageReading.NoAnswer) && !(token instanceof TokenReading.NoAnswer);
    }
}
