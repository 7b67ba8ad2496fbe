package dev.sealpost.sealing;

/** Makes sealed messages for tests of what comes after sealing. */
public final class SealedMessages {

    private SealedMessages() {}

    public static SealedMessage of(SealedMessage.Origin origin, byte[] ciphertext) {
        return new SealedMessage(
                origin,
                new SealedContent(
                        origin.id(), origin.subject(), origin.purpose().id(), ciphertext));
    }
}
