package dev.sealpost.submission;

import dev.sealpost.access.BodyTooLarge;
import dev.sealpost.access.Problem;
import dev.sealpost.places.TooSlow;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A body of JSON Lines on its way through; at most one chunk of it is in memory. A chunk is committed before its lines are answered.
 * Of the chunk that was being read when the body broke off nothing is accepted, so that the whole body can be sent again.
 */
final class Batch {

    private final LineReader lines;
    private final SubmissionReader reader;
    private final Sending sending;
    private final Submissions submissions;
    private final Results results;
    private Chunk chunk = new Chunk(0);
    private int line;
    private Submitted.GivenUp end;

    Batch(LineReader lines, SubmissionReader reader, Sending sending, Submissions submissions, Results results) {
        this.lines = lines;
        this.reader = reader;
        this.sending = sending;
        this.submissions = submissions;
        this.results = results;
    }

    /** @return why the request is refused as a whole; empty if its lines were answered, the last one perhaps with why it ended there */
    Optional<Submitted.GivenUp> run() throws IOException {
        Optional<LineReader.Line> next = nextLine();
        while (next.isPresent()) {
            take(next.get());
            next = end == null ? nextLine() : Optional.empty();
        }
        if (end == null) {
            flush();
        }
        return end == null || results.begun() ? finished() : Optional.of(end);
    }

    private Optional<Submitted.GivenUp> finished() throws IOException {
        results.write(end == null ? List.of() : List.of(ResultLine.of(chunk.firstLine(line), end.problem())));
        return Optional.empty();
    }

    private Optional<LineReader.Line> nextLine() {
        line++;
        try {
            return Optional.ofNullable(lines.next());
        } catch (BodyTooLarge tooLarge) {
            end = new Submitted.GivenUp(SubmissionProblems.TOO_LARGE, null);
        } catch (TooSlow tooSlow) {
            end = new Submitted.GivenUp(SubmissionProblems.TOO_SLOW, null);
        } catch (IOException brokeOff) {
            end = new Submitted.GivenUp(SubmissionProblems.INCOMPLETE, null);
        }
        return Optional.empty();
    }

    private void take(LineReader.Line text) throws IOException {
        if (text.isBlank()) {
            return;
        }
        Reading reading = text.tooLong()
                ? new Reading.Refused(SubmissionProblems.TOO_LARGE)
                : sending.restricted(reader.read(text.bytes()));
        if (reading instanceof Reading.Read read) {
            take(read.submission());
        } else {
            take(((Reading.Refused) reading).problem());
        }
    }

    private void take(Submission submission) throws IOException {
        if (!chunk.takes(submission)) {
            flush();
        }
        if (end == null) {
            chunk.add(line, submission, sending.event(submission, line));
        }
    }

    private void take(Problem problem) throws IOException {
        if (chunk.isFullOfFaults()) {
            flush();
        }
        if (end == null) {
            chunk.addFault(line, problem);
        }
    }

    private void flush() throws IOException {
        if (chunk.isEmpty()) {
            return;
        }
        Submitted submitted =
                chunk.hasEvents() ? submissions.submit(chunk.part(), sending.key()) : new Submitted.Done(List.of());
        if (submitted instanceof Submitted.GivenUp givenUp) {
            end = givenUp;
        } else {
            results.write(chunk.results(submitted));
            chunk = chunk.next();
        }
    }
}
