package dev.sealpost.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** What the management port answers to whoever has not logged in; a browser asks for the login. */
@Component
class ManagementDenials implements AuthenticationEntryPoint {
    private static final String CHALLENGE = "Basic realm=\"Sealpost management\", charset=\"UTF-8\"";

    private final Denials denials;

    ManagementDenials(Denials denials) {
        this.denials = denials;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof BadCredentialsException) {
            denials.withWrongCredentials(request, response, CHALLENGE);
        } else {
            denials.withoutCredentials(request, response, CHALLENGE);
        }
    }
}
