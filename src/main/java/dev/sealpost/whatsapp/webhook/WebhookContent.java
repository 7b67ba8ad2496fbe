package dev.sealpost.whatsapp.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.delivery.StatusUpdate;
import dev.sealpost.whatsapp.inbound.Reached;
import dev.sealpost.whatsapp.notice.Notice;
import java.util.List;
import java.util.Map;

/**
 * What the hub takes from a webhook. Prints none of it.
 *
 * @param reached by what WhatsApp reached the people whom the hub's messages were for
 * @param unknown parts of a shape that is not known
 * @param counts how much there was of what
 */
record WebhookContent(
        List<StatusUpdate> updates,
        List<Reached> reached,
        List<Notice> notices,
        List<JsonNode> unknown,
        Map<WebhookKind, Integer> counts) {

    void add(WebhookContent other) {
        updates.addAll(other.updates);
        reached.addAll(other.reached);
        notices.addAll(other.notices);
        unknown.addAll(other.unknown);
        other.counts.forEach((kind, count) -> counts.merge(kind, count, Integer::sum));
    }

    @Override
    public String toString() {
        return "WebhookContent" + counts;
    }
}
