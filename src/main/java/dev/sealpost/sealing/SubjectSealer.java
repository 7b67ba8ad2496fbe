package dev.sealpost.sealing;

import dev.sealpost.consent.ConsentedMessage;
import dev.sealpost.intake.ReceivedMessage;
import dev.sealpost.minimisation.MinimisedMessage;
import dev.sealpost.vault.DataKey;
import java.util.Collections;
import java.util.LinkedHashSet;
import org.springframework.stereotype.Component;

/** {@link Sealer} under the data key of the message's subject. */
@Component
class SubjectSealer implements Sealer {

    @Override
    public SealedMessage seal(MinimisedMessage message, DataKey key) {
        ReceivedMessage received = message.consented().received();
        String purpose = message.consented().purpose().id();
        SealedContent content = ContentSeal.seal(
                new OpenedContent(received.person(), message.fields()),
                new Binding(received.id(), received.subject(), purpose),
                key);
        return new SealedMessage(origin(message), content);
    }

    @Override
    public OpenedContent open(SealedContent content, DataKey key) {
        return ContentSeal.open(content, key);
    }

    private static SealedMessage.Origin origin(MinimisedMessage message) {
        ConsentedMessage consented = message.consented();
        ReceivedMessage received = consented.received();
        return new SealedMessage.Origin(
                received.id(),
                received.flow(),
                received.source(),
                received.subject(),
                received.person().country().orElse(null),
                consented.purpose(),
                consented.evidence(),
                message.profile(),
                Collections.unmodifiableSet(new LinkedHashSet<>(message.fields().keySet())),
                message.dropped(),
                received.receivedAt());
    }
}
