package dev.sealpost.consent;

import dev.sealpost.access.Problem;
import dev.sealpost.message.SubjectRef;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What the sender of a statement is told. */
@Component
class ConsentAnswers {
    private static final String SUPERSEDED = "Something that was said later decides.";
    private static final Problem ERASED = Problem.of(
            HttpStatus.CONFLICT, "erased", "The person was erased. Nothing but a withdrawal is recorded for them.");
    private static final Problem UNSEALABLE = Problem.of(
            HttpStatus.CONFLICT,
            "seal-broken",
            "The person's key was altered, which is audited. Until it is restored nothing but a withdrawal is recorded for them.");

    private final Purposes purposes;

    ConsentAnswers(Purposes purposes) {
        this.purposes = purposes;
    }

    ResponseEntity<Object> to(Statement said, RecordingOutcome outcome) {
        if (outcome instanceof RecordingOutcome.Recorded recorded) {
            return answer(said, recorded.subject(), recorded.state());
        }
        if (outcome instanceof RecordingOutcome.Known known) {
            return answer(said, known.subject(), known.state());
        }
        return problem(outcome).orElseThrow().toResponse();
    }

    /** Why nothing was recorded, if that is so. */
    static Optional<Problem> problem(RecordingOutcome outcome) {
        if (outcome instanceof RecordingOutcome.Erased) {
            return Optional.of(ERASED);
        }
        return outcome instanceof RecordingOutcome.Unsealable ? Optional.of(UNSEALABLE) : Optional.empty();
    }

    private ResponseEntity<Object> answer(Statement said, SubjectRef subject, ConsentState state) {
        boolean pending = state.status() == ConsentStatus.REQUESTED;
        List<String> missing = pending ? List.of(missing(said.purpose())) : List.of();
        String detail = state.status() == said.status() ? null : SUPERSEDED;
        return ResponseEntity.status(pending ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(ConsentAnswer.of(subject.value(), said.purpose(), state, missing, detail));
    }

    private String missing(String purpose) {
        boolean twice = purposes.find(purpose)
                .filter(known -> known.optIn() == OptIn.DOUBLE)
                .isPresent();
        return twice ? "evidence.confirmed" : "granted";
    }
}
