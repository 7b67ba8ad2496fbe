package dev.sealpost.sandbox.whatsapp;

import java.net.URI;
import java.util.Optional;

/**
 * A business phone number of the sandbox's account and the app that owns it.
 *
 * @param phoneNumberId Meta's id of the number, part of the path messages are posted to
 * @param token the only bearer token taken for it
 * @param appSecret signs its webhooks
 * @param webhook where its statuses and inbound messages are posted; none are made while it is empty
 */
public record Sender(String phoneNumberId, String token, String appSecret, Optional<URI> webhook) {
    @Override
    public String toString() {
        return "Sender[phoneNumberId=%s, webhook=%s]".formatted(phoneNumberId, webhook);
    }
}
