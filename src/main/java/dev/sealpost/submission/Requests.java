package dev.sealpost.submission;

import dev.sealpost.access.Caller;
import dev.sealpost.access.DeniedAccess;
import dev.sealpost.access.Problem;
import dev.sealpost.message.Uuid7;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Lets a request in: its {@code Idempotency-Key} can be read, and no other request with the same one is being handled. */
@Component
class Requests {

    private static final Duration SHORTLY = Duration.ofSeconds(1);

    private final RequestsInFlight inFlight;
    private final DeniedAccess denied;

    Requests(RequestsInFlight inFlight, DeniedAccess denied) {
        this.inFlight = inFlight;
        this.denied = denied;
    }

    /** What is done with it while it is in. */
    interface Handling {

        ResponseEntity<Object> handle(Sending sending) throws IOException;
    }

    ResponseEntity<Object> handle(HttpServletRequest request, Caller caller, Handling handling) throws IOException {
        List<String> headers = Collections.list(request.getHeaders(IdempotencyKey.HEADER));
        Optional<IdempotencyKey> key = IdempotencyKey.of(caller, headers);
        if (key.isEmpty() && !headers.isEmpty()) {
            return SubmissionProblems.KEY_MALFORMED.toResponse();
        }
        Optional<RequestsInFlight.Entry> entry = inFlight.enter(key);
        if (entry.isEmpty()) {
            return refused(SubmissionProblems.KEY_IN_USE, SHORTLY);
        }
        try {
            return handling.handle(new Sending(Uuid7.next(), caller, request.getRemoteAddr(), key, denied));
        } finally {
            entry.get().close();
        }
    }

    /** @param retryAfter null if it would not help */
    static ResponseEntity<Object> refused(Problem problem, Duration retryAfter) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (retryAfter != null) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        }
        return answer.body(problem);
    }
}
