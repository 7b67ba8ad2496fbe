package dev.sealpost.access;

import static dev.sealpost.access.Scope.AUDIT_READ;
import static dev.sealpost.access.Scope.BREACHES_ADMIN;
import static dev.sealpost.access.Scope.CONSENTS_READ;
import static dev.sealpost.access.Scope.CONSENTS_WRITE;
import static dev.sealpost.access.Scope.FLOWS_ADMIN;
import static dev.sealpost.access.Scope.KEYS_ADMIN;
import static dev.sealpost.access.Scope.MESSAGES_READ;
import static dev.sealpost.access.Scope.MESSAGES_WRITE;
import static dev.sealpost.access.Scope.SUBJECTS_ADMIN;
import static dev.sealpost.access.Scope.VENDORS_ADMIN;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * The operations that a key opens, each by its scope, or by any of several where it is listed with each. What is not in here is closed,
 * whatever a controller offers.
 */
final class AccessRules {
    private static final List<AccessRule> RULES = List.of(
            AccessRule.of(POST, "/api/messages", MESSAGES_WRITE),
            AccessRule.of(POST, "/api/messages/search", MESSAGES_READ),
            AccessRule.of(GET, "/api/messages/{id}", MESSAGES_READ),
            AccessRule.of(GET, "/api/deadletters", MESSAGES_READ),
            AccessRule.of(POST, "/api/deadletters/retry", MESSAGES_WRITE),
            AccessRule.of(POST, "/api/deadletters/discard", MESSAGES_WRITE),
            AccessRule.of(GET, "/api/deadletters/{id}", MESSAGES_READ),
            AccessRule.of(POST, "/api/deadletters/{id}/retry", MESSAGES_WRITE),
            AccessRule.of(POST, "/api/deadletters/{id}/discard", MESSAGES_WRITE),
            AccessRule.of(POST, "/api/deadletters/{id}/reveal", SUBJECTS_ADMIN),
            AccessRule.of(GET, "/api/templates/check", MESSAGES_READ),
            AccessRule.of(POST, "/api/senders/check", MESSAGES_READ),
            AccessRule.of(POST, "/api/senders/{name}/register", FLOWS_ADMIN),
            AccessRule.of(PUT, "/api/senders/{name}/token", FLOWS_ADMIN),
            AccessRule.of(DELETE, "/api/senders/{name}/token", FLOWS_ADMIN),
            AccessRule.of(GET, "/api/pauses", MESSAGES_READ),
            AccessRule.of(POST, "/api/pauses", FLOWS_ADMIN),
            AccessRule.of(POST, "/api/pauses/lift", FLOWS_ADMIN),
            AccessRule.of(PUT, "/api/consents", CONSENTS_WRITE),
            AccessRule.of(POST, "/api/consents/withdraw", CONSENTS_WRITE),
            AccessRule.of(POST, "/api/consents/import", CONSENTS_WRITE),
            AccessRule.of(POST, "/api/consents/search", CONSENTS_READ),
            AccessRule.of(POST, "/api/consents/receipt", CONSENTS_READ),
            AccessRule.of(POST, "/api/subjects/{right}", SUBJECTS_ADMIN),
            AccessRule.of(GET, "/api/audit/entries", AUDIT_READ),
            AccessRule.of(GET, "/api/audit/entries/{index}/proof", AUDIT_READ),
            AccessRule.of(POST, "/api/audit/search", AUDIT_READ),
            AccessRule.of(POST, "/api/audit/export", AUDIT_READ),
            AccessRule.of(GET, "/api/signing-key", AUDIT_READ),
            AccessRule.of(GET, "/api/signing-key", CONSENTS_READ),
            AccessRule.of(GET, "/audit/log/**", AUDIT_READ),
            AccessRule.of(POST, "/api/keys", KEYS_ADMIN),
            AccessRule.of(GET, "/api/keys", KEYS_ADMIN),
            AccessRule.of(DELETE, "/api/keys/{id}", KEYS_ADMIN),
            AccessRule.of(GET, "/api/vendors", VENDORS_ADMIN),
            AccessRule.of(POST, "/api/breaches", BREACHES_ADMIN));

    private AccessRules() {}

    static AuthorizationDecision decide(Supplier<Authentication> caller, RequestAuthorizationContext context) {
        return new Decision(verdict(caller.get(), context.getRequest()));
    }

    /** The path without what is variable in it. */
    static String template(HttpServletRequest request) {
        return withPathOf(request).stream()
                .map(rule -> rule.pattern().getPatternString())
                .findFirst()
                .orElse("other");
    }

    private static Verdict verdict(Authentication authentication, HttpServletRequest request) {
        List<AccessRule> candidates = withPathOf(request);
        HttpMethod method = HttpMethod.valueOf(request.getMethod());
        if (candidates.isEmpty()) {
            return new Verdict.Unknown();
        }
        List<Scope> scopes = candidates.stream()
                .filter(rule -> rule.hasMethod(method))
                .map(AccessRule::scope)
                .toList();
        return scopes.isEmpty() ? new Verdict.WrongMethod(methods(candidates)) : verdict(authentication, scopes);
    }

    private static Verdict verdict(Authentication authentication, List<Scope> sufficient) {
        boolean scoped = authentication.getPrincipal() instanceof Caller caller
                && sufficient.stream().anyMatch(caller.scopes()::contains);
        return scoped ? new Verdict.Open() : new Verdict.LacksScope(sufficient.get(0));
    }

    private static List<AccessRule> withPathOf(HttpServletRequest request) {
        var path = ServletRequestPathUtils.parse(request).pathWithinApplication();
        return RULES.stream().filter(rule -> rule.hasPath(path)).toList();
    }

    private static Set<HttpMethod> methods(List<AccessRule> rules) {
        return rules.stream().map(AccessRule::method).collect(Collectors.toSet());
    }

    /** What the rules say about a request. */
    sealed interface Verdict {
        record Open() implements Verdict {}

        record LacksScope(Scope scope) implements Verdict {}

        record WrongMethod(Set<HttpMethod> allowed) implements Verdict {}

        record Unknown() implements Verdict {}
    }

    /** Carries the verdict through Spring Security. */
    static final class Decision extends AuthorizationDecision {
        private final transient Verdict verdict;

        private Decision(Verdict verdict) {
            super(verdict instanceof Verdict.Open);
            this.verdict = verdict;
        }

        Verdict verdict() {
            return verdict;
        }
    }
}
