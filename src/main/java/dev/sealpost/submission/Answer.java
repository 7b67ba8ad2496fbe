package dev.sealpost.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sealpost.intake.Accepted;
import dev.sealpost.message.MessageState;
import dev.sealpost.message.Reason;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** What became of one event. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AcceptedEvent", description = "What became of an event. It is committed.")
record Answer(
        @Schema(
                        description =
                                "The message, for GET /api/messages/{id}; of a duplicate, the message the first one became.")
                UUID id,
        @Schema(
                        description =
                                "QUEUED: it will be sent. RECORDED: the flow sends nothing. REFUSED: it never will; the reason says why. "
                                        + "Left out of a duplicate, which may be in any state by now.")
                MessageState state,
        @Schema(description = "Starts with a stable word.", example = "no-consent") String reason,
        @Schema(description = "true if the flow had an event with this source id before; this one was dropped.")
                Boolean duplicate) {

    static Answer of(Accepted accepted) {
        UUID id = accepted.id().value();
        if (accepted instanceof Accepted.Queued) {
            return new Answer(id, MessageState.QUEUED, null, null);
        }
        if (accepted instanceof Accepted.Recorded) {
            return new Answer(id, MessageState.RECORDED, null, null);
        }
        if (accepted instanceof Accepted.Duplicate) {
            return new Answer(id, null, null, true);
        }
        Reason reason = accepted instanceof Accepted.Refused refused
                ? refused.reason()
                : ((Accepted.SetAside) accepted).reason();
        return new Answer(id, MessageState.REFUSED, reason.toString(), null);
    }
}
