package dev.sealpost.cli.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The hub said no, and why. */
public final class HubRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int FINDING = 1;
    private static final int USAGE = 2;
    private static final int UNAVAILABLE = 3;

    private final int status;
    private final String word;

    private HubRefusal(int status, String word, String message) {
        super(message);
        this.status = status;
        this.word = word;
    }

    /** @param problem an RFC 9457 document, or anything a proxy may have answered in the hub's place */
    static HubRefusal of(int status, JsonNode problem, ApiKey key, String retryAfter) {
        List<String> lines = new ArrayList<>();
        lines.add(Terminal.line(
                problem.path("detail").asText("The answer has the status " + status + " and says no more.")));
        problem.path("errors").forEach(fault -> lines.add("  " + fault(fault)));
        if (status == 401) {
            lines.add("The key came from %s. It is wrong, expired or revoked, or this is another hub."
                    .formatted(key.origin()));
        }
        if (retryAfter != null) {
            lines.add("Retry in " + Terminal.line(retryAfter) + " s.");
        }
        if (problem.has("errorId")) {
            lines.add("The hub's log has more under "
                    + Terminal.line(problem.path("errorId").asText()) + ".");
        }
        String word = problem.path("type").asText("").replaceFirst("^urn:sealpost:problem:", "");
        return new HubRefusal(status, word, String.join(System.lineSeparator(), lines));
    }

    private static String fault(JsonNode fault) {
        String field = fault.path("field").asText(fault.path("parameter").asText());
        String message = fault.path("message").asText(fault.path("problem").asText());
        return Terminal.line((field.isEmpty() ? "" : field + ": ") + message);
    }

    /** The word that the problem's type ends with; programs may branch on it. */
    public String word() {
        return word;
    }

    /** 1: the request is fine and what it is about is not so; 2: the call is wrong, its key included; 3: try later. */
    public int exitCode() {
        return switch (status) {
            case 404, 409, 422 -> FINDING;
            case 429 -> UNAVAILABLE;
            default -> status >= 500 ? UNAVAILABLE : USAGE;
        };
    }
}
