package dev.sealpost.delivery;

import dev.sealpost.minimisation.MinimisedMessage;
import dev.sealpost.sealing.OpenedContent;
import dev.sealpost.sealing.SealedContent;
import dev.sealpost.sealing.SealedMessage;
import dev.sealpost.sealing.SealedMessages;
import dev.sealpost.sealing.Sealer;
import dev.sealpost.subject.PhoneNumber;
import dev.sealpost.vault.DataKey;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Seals a phone number only; that is enough for the outbox. */
class TestSealer implements Sealer {

    @Override
    public SealedMessage seal(MinimisedMessage message, DataKey key) {
        throw new UnsupportedOperationException("not needed here");
    }

    SealedMessage seal(SealedMessage.Origin origin, PhoneNumber to, DataKey key) {
        var bound = new SealedContent(
                origin.id(), origin.subject(), origin.purpose().id(), new byte[0]);
        return SealedMessages.of(origin, key.seal(to.e164().getBytes(StandardCharsets.UTF_8), associatedData(bound)));
    }

    @Override
    public OpenedContent open(SealedContent content, DataKey key) {
        byte[] plain = key.open(content.ciphertext(), associatedData(content));
        return new OpenedContent(
                new PhoneNumber(new String(plain, StandardCharsets.UTF_8)), Map.of("firstName", "Ana"));
    }

    private static byte[] associatedData(SealedContent content) {
        return (content.message() + "|" + content.subject() + "|" + content.purpose()).getBytes(StandardCharsets.UTF_8);
    }
}
