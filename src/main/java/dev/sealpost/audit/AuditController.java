package dev.sealpost.audit;

import dev.sealpost.audit.AuditQueryReader.Fault;
import dev.sealpost.audit.AuditQueryReader.Invalid;
import dev.sealpost.audit.AuditQueryReader.Reading;
import dev.sealpost.audit.AuditQueryReader.Valid;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log over REST. Who may read it is for {@code access} to say: scope {@code audit:read} on {@code /api/audit/**}, and of which flows. */
@RestController
class AuditController {

    private final AuditEntries entries;

    AuditController(AuditEntries entries) {
        this.entries = entries;
    }

    @GetMapping("/api/audit/entries")
    ResponseEntity<?> entries(
            @RequestParam MultiValueMap<String, String> parameters, @AuthenticationPrincipal AuditReader reader) {
        Objects.requireNonNull(reader, "nobody reads the audit without a name");
        Reading reading = AuditQueryReader.read(parameters);
        return reading instanceof Valid valid ? answer(valid, reader) : problem(((Invalid) reading).faults());
    }

    private ResponseEntity<?> answer(Valid asked, AuditReader reader) {
        return entries.page(asked, reader)
                .<ResponseEntity<?>>map(ResponseEntity::ok)
                .orElseGet(AuditController::otherFlow);
    }

    private static ResponseEntity<ProblemDetail> otherFlow() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.FORBIDDEN, "The key is restricted to other flows than the one in 'flow'.");
        problem.setType(URI.create("urn:sealpost:problem:other-flow"));
        problem.setTitle("Other flow");
        return response(problem);
    }

    private static ResponseEntity<ProblemDetail> problem(List<Fault> faults) {
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

    private static ResponseEntity<ProblemDetail> response(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
