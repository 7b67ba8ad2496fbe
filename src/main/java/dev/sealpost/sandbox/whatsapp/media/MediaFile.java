package dev.sealpost.sandbox.whatsapp.media;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import java.time.Instant;

/**
 * A file that messages refer to by its id.
 *
 * @param sha256 of its bytes, in hex
 * @param size in bytes
 * @param expiresAt when the id is good for nothing any more
 */
public record MediaFile(String id, String account, String mimeType, String sha256, long size, Instant expiresAt) {
    static MediaFile of(JsonNode line) {
        return new MediaFile(
                line.path("id").asText(),
                line.path("account").asText(),
                line.path("mimeType").asText(),
                line.path("sha256").asText(),
                line.path("size").asLong(),
                Instant.parse(line.path("expiresAt").asText()));
    }

    ObjectNode line() {
        return Json.object()
                .put("id", id)
                .put("account", account)
                .put("mimeType", mimeType)
                .put("sha256", sha256)
                .put("size", size)
                .put("expiresAt", expiresAt.toString());
    }

    boolean isExpired(Instant now) {
        return expiresAt.isBefore(now);
    }
}
