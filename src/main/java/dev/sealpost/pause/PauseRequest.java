package dev.sealpost.pause;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;

/**
 * {@code POST /api/pauses} and {@code POST /api/pauses/lift}: what is to be paused, or to go on.
 *
 * @param key the sender's or template's name, the account's id, or {@code ACCOUNT/PT} for a country
 * @param reason a word, needed to pause; to lift, only the pause with this reason
 * @param until when the pause ends by itself; left out: not by itself
 */
@Schema(name = "PauseRequest")
record PauseRequest(
        @NotNull(message = "must be one of SENDER, TEMPLATE, ACCOUNT, COUNTRY") PauseScope scope,
        @NotBlank(message = "must be given") @Size(max = 512, message = "must be at most 512 characters") String key,
        @Pattern(
                        regexp = "[a-z0-9][a-z0-9-]{0,39}",
                        message = "must be a word of lower-case letters, digits and dashes, such as wrong-price")
                String reason,
        Instant until) {

    Set<String> reasons() {
        return reason == null ? Set.of() : Set.of(reason);
    }
}
