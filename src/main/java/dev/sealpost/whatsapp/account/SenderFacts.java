package dev.sealpost.whatsapp.account;

import java.time.Instant;

/**
 * What is known about a sender's number.
 *
 * @param generation counts the token's replacements
 * @param standing as it was last written to the audit
 */
record SenderFacts(Storage storage, Token token, int generation, String standing) {

    static final SenderFacts NONE =
            new SenderFacts(new Storage(null, null, null), new Token(null, null, null, null, null), 0, "ready");

    /**
     * @param region where messages are kept at rest; null: Meta's default storage
     * @param readAt null: never
     * @param fault why the last answer could not be read, a reason's word, or null
     */
    record Storage(String region, Instant readAt, String fault) {}

    /**
     * @param readAt null: never
     * @param fault why it is no good, or null
     * @param warning what else is odd about it, or null
     */
    record Token(Instant readAt, Instant expires, Instant dataAccessExpires, String fault, String warning) {}

    SenderFacts after(StorageReading reading, Instant now) {
        if (reading instanceof StorageReading.Read read) {
            return new SenderFacts(new Storage(read.region(), now, null), token, generation, standing);
        }
        return reading instanceof StorageReading.Unreadable unreadable
                ? new SenderFacts(
                        new Storage(storage.region(), storage.readAt(), unreadable.word()), token, generation, standing)
                : this;
    }

    SenderFacts after(TokenReading reading, Instant now) {
        if (reading instanceof TokenReading.Valid valid) {
            Token read = new Token(now, valid.expires(), valid.dataAccessExpires(), null, valid.warning());
            return new SenderFacts(storage, read, generation, standing);
        }
        return reading instanceof TokenReading.Unfit unfit
                ? new SenderFacts(storage, new Token(now, null, null, unfit.word(), null), generation, standing)
                : this;
    }

    SenderFacts standing(String written) {
        return new SenderFacts(storage, token, generation, written);
    }
}
