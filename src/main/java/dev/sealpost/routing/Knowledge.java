package dev.sealpost.routing;

import dev.sealpost.consent.ConsentSnapshot;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.subject.Recipient;
import dev.sealpost.vault.BlindIndex;
import dev.sealpost.vault.DataKey;
import java.util.Map;

/** All that a unit's steps need to know from the stores, read once for the whole batch. */
record Knowledge(
        Map<BlindIndex, MessageId> known,
        Map<Recipient, SubjectRef> subjects,
        Map<SubjectRef, DataKey> keys,
        ConsentSnapshot consents) {

    @Override
    public String toString() {
        return "Knowledge[" + subjects.size() + " subjects]";
    }
}
