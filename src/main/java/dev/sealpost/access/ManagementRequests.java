package dev.sealpost.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Requests that came in through the management port. */
class ManagementRequests implements RequestMatcher {

    /** The address a request came from, apart for each port: who guesses on one does not use up what the other allows. */
    String source(HttpServletRequest request) {
        return (matches(request) ? "management " : "api ") + request.getRemoteAddr();
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        return WebServerApplicationContext.hasServerNamespace(
                WebApplicationContextUtils.getWebApplicationContext(request.getServletContext()), "management");
    }
}
