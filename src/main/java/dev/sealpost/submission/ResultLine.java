package dev.sealpost.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sealpost.access.Problem;
import dev.sealpost.message.MessageState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Comparator;
import java.util.UUID;

/** What became of one line of a batch: an answer, or the problem because of which nothing of it was accepted. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BatchResultLine", description = "What became of one line: an accepted event, or the problem with it.")
record ResultLine(
        @Schema(description = "Its number in the body, from 1; blank lines count.") int line,
        UUID id,
        MessageState state,
        String reason,
        Boolean duplicate,
        @Schema(description = "Then nothing of this line was accepted.") Problem problem) {

    static final Comparator<ResultLine> BY_LINE = Comparator.comparingInt(ResultLine::line);

    static ResultLine of(int line, Answer answer) {
        return new ResultLine(line, answer.id(), answer.state(), answer.reason(), answer.duplicate(), null);
    }

    static ResultLine of(int line, Problem problem) {
        return new ResultLine(line, null, null, null, null, problem);
    }
}
