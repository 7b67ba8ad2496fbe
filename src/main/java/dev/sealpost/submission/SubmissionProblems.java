package dev.sealpost.submission;

import com.fasterxml.jackson.core.JsonLocation;
import dev.sealpost.access.Problem;
import dev.sealpost.access.Problem.FieldFault;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** Why a submission is refused. */
final class SubmissionProblems {

    static final Problem FLOW_NOT_ALLOWED =
            Problem.of(HttpStatus.FORBIDDEN, "other-flow", "The key is restricted to other flows.");
    static final Problem UNKNOWN_FLOW = Problem.of(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "unknown-flow",
            "There is no such flow.",
            List.of(new FieldFault("flow", "must be the id of a flow")));
    static final Problem STOPPED =
            Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "flow-stopped", "The flow is stopped. Retry later.");
    static final Problem UNAVAILABLE = Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE,
            "unavailable",
            "The hub's database does not answer. Retry later; what was accepted is not accepted twice.");
    static final Problem TOO_MANY_BATCHES = Problem.of(
            HttpStatus.TOO_MANY_REQUESTS,
            "too-many-batches",
            "Too many batches are read at the moment, or half of all that are come with this key. Retry later.");
    static final Problem KEY_MALFORMED = Problem.of(
            HttpStatus.BAD_REQUEST,
            "idempotency-key-malformed",
            "Send one Idempotency-Key of 1 to 255 printable ASCII characters, best a random UUID in double quotes.");
    static final Problem KEY_REUSED = Problem.of(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "idempotency-key-reused",
            "This Idempotency-Key came with another request before. Send a key of its own with each request.");
    static final Problem KEY_IN_USE = Problem.of(
            HttpStatus.CONFLICT,
            "idempotency-key-in-use",
            "A request with this Idempotency-Key is being handled. Retry when it has been answered.");
    static final Problem INCOMPLETE = Problem.of(
            HttpStatus.BAD_REQUEST,
            "incomplete",
            "The body broke off. Nothing from this line on was accepted: send it again, best the whole body.");
    static final Problem TOO_SLOW = Problem.of(
            HttpStatus.REQUEST_TIMEOUT,
            "too-slow",
            "The body came in too slowly. Nothing from this line on was accepted: send it again, best the whole body.");
    static final Problem TOO_LARGE = Problem.of(
            HttpStatus.PAYLOAD_TOO_LARGE,
            "too-large",
            "A line has more bytes, or the body more in all, than are read. Nothing of it was accepted.");

    private static final Map<String, String> MEMBERS =
            Map.of("flow", "must be a text", "event", "must be an object", "signature", "must be a text");

    private SubmissionProblems() {}

    /** @param where null if it is not known */
    static Problem malformed(JsonLocation where) {
        String place = where == null
                ? ""
                : " The parser gave up at line %d, column %d.".formatted(where.getLineNr(), where.getColumnNr());
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "malformed",
                "One JSON object in UTF-8 is read, nested no deeper than 64." + place);
    }

    static Problem wrongMember(String name) {
        FieldFault fault = MEMBERS.containsKey(name)
                ? new FieldFault(name, MEMBERS.get(name))
                : new FieldFault("", "a field is not known; allowed: event, flow, signature");
        return invalid(MEMBERS.containsKey(name) ? "invalid-request" : "unknown-field", fault);
    }

    static Problem missing(String name) {
        return invalid("invalid-request", new FieldFault(name, "is missing"));
    }

    private static Problem invalid(String word, FieldFault fault) {
        return Problem.of(HttpStatus.BAD_REQUEST, word, "The body is not as described in errors.", List.of(fault));
    }
}
