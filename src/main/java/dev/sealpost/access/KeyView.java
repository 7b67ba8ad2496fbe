package dev.sealpost.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A key as it is listed; the key itself is kept nowhere.
 *
 * @param flows empty: not limited
 * @param expiresAt null if it does not end by itself
 * @param revokedAt null if it was not revoked
 * @param state {@code active}, {@code expired} or {@code revoked}
 */
@Schema(name = "Key")
@JsonInclude(JsonInclude.Include.ALWAYS)
record KeyView(
        UUID id,
        String name,
        List<String> scopes,
        List<String> flows,
        Instant createdAt,
        Instant expiresAt,
        Instant revokedAt,
        String state) {

    static String state(Instant expiresAt, Instant revokedAt, Instant now) {
        if (revokedAt != null) {
            return "revoked";
        }
        return expiresAt != null && !now.isBefore(expiresAt) ? "expired" : "active";
    }

    /** @param next the cursor of the next page, null if this is the last */
    @Schema(name = "Keys")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Page(List<KeyView> keys, UUID next) {}

    /** The one time a key is shown. Prints nothing of it. */
    @Schema(name = "GrantedKey")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Granted(UUID id, String key, String name, List<String> scopes, List<String> flows, Instant expiresAt) {

        @Override
        public String toString() {
            return "Granted[" + id + "]";
        }
    }
}
