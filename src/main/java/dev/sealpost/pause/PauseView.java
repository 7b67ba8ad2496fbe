package dev.sealpost.pause;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A pause as it is listed.
 *
 * @param reason a stable word, and what it means
 * @param code the channel's error code that began it, or null
 * @param by who or what began it
 * @param until when it ends by itself, or null
 * @param nextProbe when it is looked whether it may end, or null if a person has to decide
 * @param todo what an operator does about it
 */
@Schema(name = "Pause")
@JsonInclude(JsonInclude.Include.ALWAYS)
record PauseView(
        UUID id,
        PauseScope scope,
        String key,
        String reason,
        Integer code,
        String by,
        Instant since,
        Instant until,
        Instant nextProbe,
        String todo) {

    static PauseView of(Pause pause, PauseGuide guide) {
        return new PauseView(
                pause.id(),
                pause.scope(),
                pause.key(),
                pause.reason().toString(),
                pause.code(),
                pause.by(),
                pause.since(),
                pause.until(),
                pause.nextProbeAt(),
                guide.whatToDo(pause));
    }

    @Schema(name = "Pauses")
    record All(List<PauseView> pauses) {}

    /** @param begun false if there was one already, which goes on */
    @Schema(name = "BegunPause")
    record Begun(boolean begun) {}

    @Schema(name = "LiftedPauses")
    record Lifted(List<PauseView> lifted) {}
}
