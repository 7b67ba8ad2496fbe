package dev.sealpost.sealing;

import dev.sealpost.vault.DataKey;

/** Seals messages for tests of what comes after sealing. */
public final class SealedMessages {

    private SealedMessages() {}

    public static SealedMessage seal(SealedMessage.Origin origin, OpenedContent content, DataKey key) {
        var binding =
                new Binding(origin.id(), origin.subject(), origin.purpose().id());
        return new SealedMessage(origin, ContentSeal.seal(content, binding, key));
    }
}
