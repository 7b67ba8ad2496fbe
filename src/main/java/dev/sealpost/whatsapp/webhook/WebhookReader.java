package dev.sealpost.whatsapp.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sealpost.delivery.StatusUpdate;
import dev.sealpost.whatsapp.inbound.Reached;
import dev.sealpost.whatsapp.notice.InboundMessage;
import dev.sealpost.whatsapp.notice.Notice;
import dev.sealpost.whatsapp.notice.NoticeReader;
import dev.sealpost.whatsapp.notice.PersonReader;
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
    private final NoticeReader reader;
    private final List<StatusUpdate> updates = new ArrayList<>();
    private final List<Reached> reached = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final List<JsonNode> unknown = new ArrayList<>();
    private final Map<WebhookKind, Integer> counts = new HashMap<>();

    private WebhookReader(Instant receivedAt) {
        this.receivedAt = receivedAt;
        this.reader = new NoticeReader(receivedAt);
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
            entry.path("changes").forEach(change -> change(entry.path("id").asText(), change));
        }
        return new WebhookContent(updates, reached, notices, unknown, counts);
    }

    private void change(String account, JsonNode change) {
        JsonNode statuses = change.path("value").path("statuses");
        JsonNode messages = change.path("value").path("messages");
        statuses.forEach(this::status);
        messages.forEach(message -> message(message, change.path("value")));
        if (!statuses.isArray() && !messages.isArray()) {
            field(account, change);
        }
    }

    private void field(String account, JsonNode change) {
        WebhookKind kind = WebhookKind.field(change.path("field").asText());
        notices.addAll(reader.notices(account, change));
        count(kind, !kind.isOther(), change);
    }

    private void message(JsonNode message, JsonNode value) {
        WebhookKind kind = WebhookKind.message(message.path("type").asText());
        Optional<InboundMessage> read = reader.message(message, value);
        read.ifPresent(notices::add);
        boolean known = read.isPresent() && !read.get().content().kind().equals(WebhookKind.OTHER);
        count(kind, known, message);
    }

    private void status(JsonNode status) {
        Optional<StatusUpdate> update = StatusReader.read(status, receivedAt);
        update.ifPresent(updates::add);
        update.map(StatusUpdate::message)
                .flatMap(message -> PersonReader.recipient(status).map(by -> new Reached(message, by)))
                .ifPresent(reached::add);
        WebhookKind kind = WebhookKind.status(
                status.path(update.isPresent() ? "status" : "type").asText());
        count(kind, !kind.isOther(), status);
    }

    private void count(WebhookKind kind, boolean known, JsonNode part) {
        counts.merge(kind, 1, Integer::sum);
        if (!known) {
            unknown.add(part);
        }
    }
}
