package dev.sealpost.sandbox.whatsapp;

import dev.sealpost.sandbox.net.LoopbackPort;
import dev.sealpost.sandbox.whatsapp.account.Sender;
import java.nio.file.Path;
import java.util.List;

/**
 * @param directory of the record
 * @param instance names this run in {@code GET /_sandbox/health}
 * @param senders at least one
 */
public record CloudApiSettings(
        Path directory, LoopbackPort port, String instance, List<Sender> senders, StatusDelays delays) {
    public CloudApiSettings {
        if (senders.isEmpty()) {
            throw new IllegalArgumentException("The sandbox's WhatsApp account needs at least one sender");
        }
        senders = List.copyOf(senders);
    }
}
