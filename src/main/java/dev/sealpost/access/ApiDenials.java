package dev.sealpost.access;

import static org.springframework.http.HttpStatus.METHOD_NOT_ALLOWED;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import dev.sealpost.access.AccessRules.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** What the API answers when the rules do not let a request pass. */
@Component
class ApiDenials implements AuthenticationEntryPoint, AccessDeniedHandler {
    static final Problem NOT_THERE = Problem.of(NOT_FOUND, "not-found", "There is nothing here.");
    static final String CHALLENGE = "Bearer";

    private final Denials denials;
    private final ProblemWriter writer;

    ApiDenials(Denials denials, ProblemWriter writer) {
        this.denials = denials;
        this.writer = writer;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        denials.withoutCredentials(request, response, CHALLENGE);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        Verdict verdict = verdict(denied);
        if (verdict instanceof Verdict.LacksScope lacks) {
            denials.withoutScope(request, response, caller(), lacks.scope());
        } else if (verdict instanceof Verdict.WrongMethod wrong) {
            methodNotAllowed(response, wrong.allowed());
        } else {
            writer.write(response, NOT_THERE);
        }
    }

    private void methodNotAllowed(HttpServletResponse response, Set<HttpMethod> allowed) throws IOException {
        String methods = allowed.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
        response.setHeader(HttpHeaders.ALLOW, methods);
        writer.write(response, Problem.of(METHOD_NOT_ALLOWED, "method-not-allowed", "Allowed here: " + methods + "."));
    }

    private static Verdict verdict(AccessDeniedException denied) {
        boolean ours = denied instanceof AuthorizationDeniedException e
                && e.getAuthorizationResult() instanceof AccessRules.Decision;
        return ours
                ? ((AccessRules.Decision) ((AuthorizationDeniedException) denied).getAuthorizationResult()).verdict()
                : new Verdict.Unknown();
    }

    private static Caller caller() {
        return (Caller) SecurityContextHolder.getContext().getAuthentication().getPrincipal();
    }
}
