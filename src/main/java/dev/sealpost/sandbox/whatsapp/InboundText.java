package dev.sealpost.sandbox.whatsapp;

import java.time.Instant;

/** A text a person wrote to one of the business's numbers. */
record InboundText(String id, String from, String phoneNumberId, String text, Instant at) {
    @Override
    public String toString() {
        return "InboundText[phoneNumberId=%s]".formatted(phoneNumberId);
    }
}
