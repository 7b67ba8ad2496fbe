package dev.sealpost.access;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import dev.sealpost.message.Reason;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Turns requests away and has it written down. The answer to a wrong, an expired and a revoked key or password is the same in every
 * byte.
 */
@Component
class Denials {
    private static final Problem UNAUTHENTICATED = Problem.of(
            UNAUTHORIZED,
            "unauthenticated",
            "Valid credentials are needed: on the API an API key as Authorization: Bearer, on the management port the login.");
    private static final Problem THROTTLED = Problem.of(
            TOO_MANY_REQUESTS,
            "too-many-failures",
            "Too many wrong credentials came from this address. Wait, then retry.");
    private static final Problem UNAVAILABLE =
            Problem.of(SERVICE_UNAVAILABLE, "unavailable", "Credentials cannot be checked at the moment. Retry later.");

    private final FailureThrottle throttle;
    private final DeniedAccess audit;
    private final ProblemWriter writer;
    private final ManagementRequests management = new ManagementRequests();

    Denials(FailureThrottle throttle, DeniedAccess audit, ProblemWriter writer) {
        this.throttle = throttle;
        this.audit = audit;
        this.writer = writer;
    }

    void withoutCredentials(HttpServletRequest request, HttpServletResponse response, String challenge)
            throws IOException {
        record(request, "anonymous", Reason.of("unauthenticated"));
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        writer.write(response, UNAUTHENTICATED);
    }

    void withWrongCredentials(HttpServletRequest request, HttpServletResponse response, String challenge)
            throws IOException {
        Optional<Duration> wait = throttle.failed(management.source(request));
        if (wait.isPresent()) {
            throttled(request, response, wait.get());
            return;
        }
        record(request, "anonymous", Reason.of("invalid-credentials"));
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        writer.write(response, UNAUTHENTICATED);
    }

    void throttled(HttpServletRequest request, HttpServletResponse response, Duration wait) throws IOException {
        record(request, "anonymous", Reason.of("too-many-failures"));
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
        writer.write(response, THROTTLED);
    }

    void withoutScope(HttpServletRequest request, HttpServletResponse response, Caller caller, Scope scope)
            throws IOException {
        record(request, caller.getName(), Reason.of("missing-scope", scope.wireName()));
        String detail = "The key lacks the scope %s.".formatted(scope.wireName());
        writer.write(response, Problem.of(FORBIDDEN, "missing-scope", detail));
    }

    void uncheckable(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        writer.write(response, UNAVAILABLE);
    }

    private void record(HttpServletRequest request, String actor, Reason reason) {
        String path = management.matches(request) ? "management" : AccessRules.template(request);
        audit.record(request.getRemoteAddr(), actor, reason, request.getMethod(), path);
    }
}
