package dev.sealpost.sealing;

import dev.sealpost.minimisation.MinimisedMessage;
import dev.sealpost.vault.DataKey;

/** Seals minimised messages and opens them again just before they are sent. */
public interface Sealer {

    /** @param key the data key of the message's subject */
    SealedMessage seal(MinimisedMessage message, DataKey key);

    /** @throws dev.sealpost.vault.SealBroken if the content, its message, subject, purpose or key is not the one it was sealed with */
    OpenedContent open(SealedContent content, DataKey key);
}
