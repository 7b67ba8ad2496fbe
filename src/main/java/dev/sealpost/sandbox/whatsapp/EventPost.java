package dev.sealpost.sandbox.whatsapp;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Puts an event on record and its webhook on the way; what a person writes opens the window to answer. */
final class EventPost {
    private final InboundEvents record;
    private final ServiceWindows windows;
    private final Notices notices;

    EventPost(InboundEvents record, ServiceWindows windows, Notices notices) {
        this.record = record;
        this.windows = windows;
        this.notices = notices;
    }

    void post(InboundEvent event) {
        if (event instanceof InboundMessage message) {
            windows.wrote(message);
        }
        try {
            notices.inbound(event.phoneNumberId(), record.add(event));
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot write its record", e);
        }
    }
}
