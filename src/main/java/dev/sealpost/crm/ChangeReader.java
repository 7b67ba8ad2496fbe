package dev.sealpost.crm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.intake.RawEvent;
import dev.sealpost.message.SourceTime;
import dev.sealpost.vault.BlindIndexer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes an event of an item: {@code {"changeId":ID@MODIFIED, "reference":CONNECTION:PATH/ID, "modified":…, "item":{…}}}. The change id is
 * another one whenever the item changes, so that what an overlap lists again is a duplicate and a new change is not. An item without
 * a readable id or time has no change id; {@code receive} sets it aside.
 */
final class ChangeReader {

    /** Half a surrogate pair cannot be written otherwise; whoever reads the event refuses it. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Feed feed;
    private final BlindIndexer indexer;

    ChangeReader(Feed feed, BlindIndexer indexer) {
        this.feed = feed;
        this.indexer = indexer;
    }

    Change read(JsonNode item) {
        Optional<String> id = id(item);
        Instant modified = SourceTime.in(feed.modified().in(item)).orElse(null);
        ObjectNode event = JSON.createObjectNode();
        Optional<String> changeId = id.filter(present -> modified != null).map(text -> text + "@" + modified);
        changeId.ifPresent(text -> event.put("changeId", text));
        id.ifPresent(text -> event.put("reference", feed.coordinates().substring("crm:".length()) + "/" + text));
        if (modified != null) {
            event.put("modified", modified.toString());
        }
        event.set("item", item);
        String coordinates = feed.coordinates() + ":" + indexer.index("crm-item", written(item));
        return new Change(
                changeId.orElse(coordinates), modified, isWanted(item), new RawEvent(bytes(event), coordinates));
    }

    private Optional<String> id(JsonNode item) {
        JsonNode node = feed.id().in(item);
        String text =
                node.isTextual() || node.isIntegralNumber() ? node.asText().strip() : "";
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** CRMs that keep every property as text write {@code "true"}. */
    private boolean isWanted(JsonNode item) {
        if (feed.when() == null) {
            return true;
        }
        JsonNode flag = feed.when().in(item);
        return flag.isBoolean() ? flag.booleanValue() : "true".equalsIgnoreCase(flag.textValue());
    }

    private static byte[] bytes(JsonNode node) {
        return written(node).getBytes(StandardCharsets.US_ASCII);
    }

    private static String written(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree cannot fail to be written");
        }
    }
}
