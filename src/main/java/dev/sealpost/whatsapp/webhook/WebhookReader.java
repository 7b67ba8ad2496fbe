package dev.sealpost.whatsapp.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sealpost.delivery.StatusUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads webhook bodies as leniently as Meta may change them: unknown fields and types are counted, bytes that are not UTF-8 are
 * replaced, of a key given twice the last one holds. Only what is not JSON, or is nested more than {@value #DEEPEST} deep, cannot be
 * read.
 */
final class WebhookReader {

    private static final int DEEPEST = 64;
    private static final ObjectReader JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .build()
            .reader();

    private final Instant receivedAt;
    private final List<StatusUpdate> updates = new ArrayList<>();
    private final Map<WebhookKind, Integer> counts = new HashMap<>();

    private WebhookReader(Instant receivedAt) {
        this.receivedAt = receivedAt;
    }

    /** @return empty if it cannot be read */
    static Optional<WebhookContent> read(byte[] body, Instant receivedAt) {
        try {
            JsonNode root = JSON.readTree(new String(body, UTF_8));
            return root.isObject() ? Optional.of(new WebhookReader(receivedAt).content(root)) : Optional.empty();
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    private WebhookContent content(JsonNode root) {
        for (JsonNode entry : root.path("entry")) {
            entry.path("changes").forEach(this::change);
        }
        return new WebhookContent(updates, counts);
    }

    private void change(JsonNode change) {
        JsonNode statuses = change.path("value").path("statuses");
        JsonNode messages = change.path("value").path("messages");
        if (!statuses.isArray() && !messages.isArray()) {
            count(WebhookKind.field(change.path("field").asText()));
        }
        statuses.forEach(this::status);
        messages.forEach(
                message -> count(WebhookKind.message(message.path("type").asText())));
    }

    private void status(JsonNode status) {
        Optional<StatusUpdate> update = StatusReader.read(status, receivedAt);
        update.ifPresent(updates::add);
        count(WebhookKind.status(update.isPresent() ? status.path("status").asText() : ""));
    }

    private void count(WebhookKind kind) {
        counts.merge(kind, 1, Integer::sum);
    }
}
