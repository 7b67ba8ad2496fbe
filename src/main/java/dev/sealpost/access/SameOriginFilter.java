package dev.sealpost.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another web site makes the browser send: the browser adds the login by itself, and Jolokia executes operations on a
 * GET. Goes by {@code Sec-Fetch-Site} (W3C Fetch Metadata) and, for older browsers, {@code Origin}; programs send neither.
 */
class SameOriginFilter extends OncePerRequestFilter {
    private static final Set<String> OWN = Set.of("same-origin", "none");
    private static final Problem REFUSED =
            Problem.of(HttpStatus.FORBIDDEN, "cross-origin", "Other web sites may not send requests to this port.");

    private final ProblemWriter writer;

    SameOriginFilter(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (comesFromElsewhere(request)) {
            writer.write(response, REFUSED);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean comesFromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return site != null && !OWN.contains(site) || origin != null && !isOwn(origin, request);
    }

    private static boolean isOwn(String origin, HttpServletRequest request) {
        try {
            String authority = URI.create(origin).getAuthority();
            return authority != null && authority.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }
}
