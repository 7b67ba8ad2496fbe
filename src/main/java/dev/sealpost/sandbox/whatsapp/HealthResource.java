package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.Reply;
import java.util.Map;

/** {@code GET /_sandbox/health}: who answers, what was received and what is still to be told. */
final class HealthResource {
    private final String instance;
    private final ReceivedMessages messages;
    private final Map<String, Webhooks> senders;

    HealthResource(String instance, ReceivedMessages messages, Map<String, Webhooks> senders) {
        this.instance = instance;
        this.messages = messages;
        this.senders = senders;
    }

    Reply.Answer get() {
        ObjectNode health = Json.object().put("status", "UP").put("instance", instance);
        health.put("messages", messages.size());
        ObjectNode pending = health.putObject("pendingWebhooks");
        senders.forEach((id, webhooks) -> pending.put(id, webhooks.pending()));
        return Reply.Answer.json(200, health);
    }
}
