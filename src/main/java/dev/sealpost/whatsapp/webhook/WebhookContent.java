package dev.sealpost.whatsapp.webhook;

import dev.sealpost.delivery.StatusUpdate;
import java.util.List;
import java.util.Map;

/** What the hub takes from a webhook: the statuses of messages, and how much there was of what. Nothing else of it is kept. */
record WebhookContent(List<StatusUpdate> updates, Map<WebhookKind, Integer> counts) {}
