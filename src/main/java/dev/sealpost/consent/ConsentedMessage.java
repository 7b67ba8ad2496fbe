package dev.sealpost.consent;

import dev.sealpost.intake.ReceivedMessage;

/** A received message whose purpose is lawful for this person now. Only {@code consent} makes one. */
public final class ConsentedMessage {

    private final ReceivedMessage received;
    private final Purpose purpose;
    private final String evidence;

    ConsentedMessage(ReceivedMessage received, Purpose purpose, String evidence) {
        this.received = received;
        this.purpose = purpose;
        this.evidence = evidence;
    }

    public ReceivedMessage received() {
        return received;
    }

    public Purpose purpose() {
        return purpose;
    }

    /** What proves it, for the audit: {@code consent:EVENT-ID}, or {@code basis:contract} where no opt-in is needed. */
    public String evidence() {
        return evidence;
    }

    @Override
    public String toString() {
        return "ConsentedMessage[" + received.id() + ", purpose=" + purpose.id() + "]";
    }
}
