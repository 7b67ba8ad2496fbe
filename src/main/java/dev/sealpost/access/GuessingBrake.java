package dev.sealpost.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Looks at no password at all from an address that sent too many wrong ones: a password, unlike a key, might be guessed. */
class GuessingBrake extends OncePerRequestFilter {
    private final FailureThrottle throttle;
    private final Denials denials;
    private final ManagementRequests management = new ManagementRequests();

    GuessingBrake(FailureThrottle throttle, Denials denials) {
        this.throttle = throttle;
        this.denials = denials;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean triesToLogIn = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        Optional<Duration> wait = triesToLogIn ? throttle.exhausted(management.source(request)) : Optional.empty();
        if (wait.isPresent()) {
            denials.throttled(request, response, wait.get());
        } else {
            chain.doFilter(request, response);
        }
    }
}
