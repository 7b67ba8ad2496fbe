package dev.sealpost.submission;

import static dev.sealpost.submission.SubmissionProblems.KEY_IN_USE;
import static dev.sealpost.submission.SubmissionProblems.KEY_REUSED;
import static dev.sealpost.submission.SubmissionProblems.STOPPED;
import static dev.sealpost.submission.SubmissionProblems.UNAVAILABLE;
import static dev.sealpost.submission.SubmissionProblems.UNKNOWN_FLOW;

import dev.sealpost.intake.Accepted;
import dev.sealpost.intake.Admission;
import dev.sealpost.intake.EventEntrance;
import dev.sealpost.submission.AnsweredRequests.Answered;
import dev.sealpost.submission.AnsweredRequests.KeyTakenMeanwhile;
import dev.sealpost.vault.BlindIndex;
import dev.sealpost.vault.BlindIndexer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Hands events to their flow, and answers a request that was answered before as it was answered then. */
@Component
class Submissions {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final EventEntrance entrance;
    private final AnsweredRequests answered;
    private final BlindIndexer indexer;

    Submissions(EventEntrance entrance, AnsweredRequests answered, BlindIndexer indexer) {
        this.entrance = entrance;
        this.answered = answered;
        this.indexer = indexer;
    }

    Submitted submit(Part part, Optional<IdempotencyKey> key) {
        try {
            return key.map(known -> once(part, known)).orElseGet(() -> admit(part, accepted -> {}));
        } catch (KeyTakenMeanwhile taken) {
            return new Submitted.GivenUp(KEY_IN_USE, SOON);
        } catch (DataAccessResourceFailureException | TransientDataAccessException | TransactionException e) {
            return new Submitted.GivenUp(UNAVAILABLE, SOON);
        }
    }

    private Submitted once(Part part, IdempotencyKey key) {
        BlindIndex index = key.index(indexer, part.number());
        BlindIndex fingerprint =
                indexer.index("idempotent-request", HexFormat.of().formatHex(part.digest()));
        return answered.find(index)
                .map(before -> again(before, fingerprint))
                .orElseGet(() ->
                        admit(part, accepted -> answered.store(index, new Answered(fingerprint, answers(accepted)))));
    }

    private static Submitted again(Answered before, BlindIndex fingerprint) {
        return before.fingerprint().equals(fingerprint)
                ? new Submitted.Done(before.answers())
                : new Submitted.GivenUp(KEY_REUSED, null);
    }

    private Submitted admit(Part part, Consumer<List<Accepted>> within) {
        Admission admission = entrance.accept(part.flow(), part.events(), within);
        if (admission instanceof Admission.Admitted admitted) {
            return new Submitted.Done(answers(admitted.events()));
        }
        if (admission instanceof Admission.UnknownFlow) {
            return new Submitted.Refused(UNKNOWN_FLOW);
        }
        return new Submitted.GivenUp(admission instanceof Admission.Stopped ? STOPPED : UNAVAILABLE, SOON);
    }

    private static List<Answer> answers(List<Accepted> accepted) {
        return accepted.stream().map(Answer::of).toList();
    }
}
