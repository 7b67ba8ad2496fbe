package dev.sealpost.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.subject.PhoneNumber;
import dev.sealpost.vault.BlindIndex;
import java.time.Instant;

/** Received messages for the tests of later steps. */
public final class ReceivedMessages {

    private ReceivedMessages() {}

    public static ReceivedMessage of(String event, JsonNode content) {
        return new ReceivedMessage(
                MessageId.next(),
                "flow-of-test",
                event,
                new BlindIndex(new byte[32]),
                SubjectRef.random(),
                new PhoneNumber("+351912345678"),
                content,
                Instant.now());
    }
}
