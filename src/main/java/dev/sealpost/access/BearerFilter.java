package dev.sealpost.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the API key of a request (RFC 6750, section 2.1: the header only, never the URL). A request without one goes on as nobody;
 * one with a wrong one ends here. When keys cannot be looked up, nobody is let in.
 */
class BearerFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";
    private static final int LONGEST_KEY = 200;
    private static final String CHALLENGE = ApiDenials.CHALLENGE + " error=\"invalid_token\"";

    private final ApiKeys keys;
    private final Denials denials;
    private final RequestAttributeSecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();

    BearerFilter(ApiKeys keys, Denials denials) {
        this.keys = keys;
        this.denials = denials;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        if (headers.isEmpty() || isAdmitted(headers, request, response)) {
            chain.doFilter(request, response);
        }
    }

    /** If not, the request has been answered. */
    private boolean isAdmitted(List<String> headers, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            Optional<Caller> caller = key(headers).flatMap(keys::callerOf);
            caller.ifPresent(known -> enter(known, request, response));
            if (caller.isEmpty()) {
                denials.withWrongCredentials(request, response, CHALLENGE);
            }
            return caller.isPresent();
        } catch (DataAccessException unavailable) {
            denials.uncheckable(response);
            return false;
        }
    }

    private static Optional<String> key(List<String> headers) {
        return Optional.of(headers.get(0))
                .filter(header -> headers.size() == 1)
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip())
                .filter(key -> !key.isEmpty() && key.length() <= LONGEST_KEY);
    }

    /** Kept with the request, so that an asynchronous answer is still the caller's. */
    private void enter(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken(caller, null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
