package dev.sealpost.submission;

import dev.sealpost.access.Caller;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes events over REST. Who may send them is for {@code access} to say, into which flow for the caller's key. */
@RestController
@Tag(name = "Messages")
class SubmissionController {

    private static final String PATH = "/api/messages";
    private static final String JSON_LINES = "application/jsonl";

    private final Requests requests;
    private final SingleSubmission single;
    private final BatchSubmission batch;

    SubmissionController(Requests requests, SingleSubmission single, BatchSubmission batch) {
        this.requests = requests;
        this.single = single;
        this.batch = batch;
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    @DescribedSubmission
    ResponseEntity<Object> one(
            @RequestBody byte[] body, @AuthenticationPrincipal Caller caller, HttpServletRequest request)
            throws IOException {
        return requests.handle(request, caller, sending -> single.handle(body, request, sending));
    }

    @PostMapping(
            path = PATH,
            consumes = {Results.JSON_LINES, JSON_LINES})
    @DescribedSubmission
    ResponseEntity<Object> many(
            @AuthenticationPrincipal Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return requests.handle(request, caller, sending -> batch.handle(request, response, sending));
    }
}
