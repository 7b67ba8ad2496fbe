package dev.sealpost.sandbox.whatsapp;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Puts an event on record and its webhook on the way. */
final class EventPost {
    private final InboundEvents record;
    private final Notices notices;

    EventPost(InboundEvents record, Notices notices) {
        this.record = record;
        this.notices = notices;
    }

    void post(InboundEvent event) {
        try {
            notices.inbound(event.phoneNumberId(), record.add(event));
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot write its record", e);
        }
    }
}
