package dev.sealpost.audit;

import dev.sealpost.audit.AuditQueryReader.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Why the log is not shown (RFC 9457). */
final class AuditProblems {

    private static final Duration SHORTLY = Duration.ofSeconds(5);

    private AuditProblems() {}

    static ResponseEntity<Object> otherFlow() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.FORBIDDEN, "The key is restricted to other flows than the one in 'flow'.");
        problem.setType(URI.create("urn:sealpost:problem:other-flow"));
        problem.setTitle("Other flow");
        return response(problem);
    }

    static ResponseEntity<Object> busy() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.TOO_MANY_REQUESTS,
                "Other exports are running, of all keys or with this one. Retry when one has ended.");
        problem.setType(URI.create("urn:sealpost:problem:busy"));
        problem.setTitle("Busy");
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(SHORTLY.toSeconds()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    static ResponseEntity<Object> wrong(List<Fault> faults) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST,
                faults.stream()
                        .map(fault ->
                                "'%s' %s; allowed: %s".formatted(fault.parameter(), fault.problem(), fault.allowed()))
                        .collect(Collectors.joining(". ")));
        problem.setTitle("Query parameters are wrong");
        problem.setProperty("errors", faults);
        return response(problem);
    }

    private static ResponseEntity<Object> response(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
