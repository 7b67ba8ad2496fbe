package dev.sealpost.consent;

import dev.sealpost.intake.ReceivedMessage;

/** Consented messages for the tests of later steps. */
public final class ConsentedMessages {

    private ConsentedMessages() {}

    public static ConsentedMessage of(ReceivedMessage received, Purpose purpose) {
        return new ConsentedMessage(received, purpose, "consent:1");
    }
}
