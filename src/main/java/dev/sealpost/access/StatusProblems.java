package dev.sealpost.access;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** The problem of a refusal of which no more is known than its status. */
final class StatusProblems {

    private StatusProblems() {}

    static Problem of(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> ApiDenials.NOT_THERE;
            case 405 -> Problem.of(status, "method-not-allowed", "Use a method that the header Allow lists.");
            case 406 -> Problem.of(status, "not-acceptable", "Answers are application/json; let Accept allow that.");
            case 413 -> Problem.of(status, "too-large", "The body is larger than what is read here.");
            case 415 ->
                Problem.of(
                        status,
                        "unsupported-media-type",
                        "Send Content-Type: application/json; for a batch of events application/x-ndjson.");
            default -> other(status);
        };
    }

    private static Problem other(HttpStatusCode status) {
        return status.is5xxServerError()
                ? Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", "Something went wrong in the hub.")
                : Problem.of(status, "malformed", "The request is not one that is understood here.");
    }
}
