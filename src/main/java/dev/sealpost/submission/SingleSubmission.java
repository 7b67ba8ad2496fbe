package dev.sealpost.submission;

import dev.sealpost.intake.EventEntrance;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** One event in a request. */
@Component
class SingleSubmission {

    private final SubmissionReader reader;
    private final Submissions submissions;
    private final EventEntrance entrance;

    SingleSubmission(SubmissionReader reader, Submissions submissions, EventEntrance entrance) {
        this.reader = reader;
        this.submissions = submissions;
        this.entrance = entrance;
    }

    ResponseEntity<Object> handle(byte[] body, HttpServletRequest request, Sending sending) {
        Reading reading = sending.restricted(reader.read(body));
        if (reading instanceof Reading.Refused refused) {
            return refused.problem().toResponse();
        }
        Submission submission = signed(((Reading.Read) reading).submission(), request);
        byte[] digest =
                new Digest().add("single").add(body).add(submission.signature()).value();
        Part whole = new Part(0, submission.flow(), List.of(sending.event(submission, 1)), digest);
        return answer(submissions.submit(whole, sending.key()));
    }

    /** A signature beside the event goes before one in a header. */
    private Submission signed(Submission submission, HttpServletRequest request) {
        if (submission.signature() != null) {
            return submission;
        }
        return entrance.signatureHeader(submission.flow())
                .map(request::getHeader)
                .map(signature -> new Submission(submission.flow(), submission.event(), signature))
                .orElse(submission);
    }

    private static ResponseEntity<Object> answer(Submitted submitted) {
        if (submitted instanceof Submitted.Done done) {
            Answer answer = done.answers().get(0);
            return ResponseEntity.accepted()
                    .header(
                            HttpHeaders.LOCATION,
                            URI.create("/api/messages/" + answer.id()).toString())
                    .body(answer);
        }
        return submitted instanceof Submitted.GivenUp givenUp
                ? Requests.refused(givenUp.problem(), givenUp.retryAfter())
                : ((Submitted.Refused) submitted).problem().toResponse();
    }
}
