package dev.sealpost.access;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Checks the admin's login. Only digests are compared, both always and in constant time; a slow hash would protect a stored
 * password, and none is stored.
 */
@Component
class AdminLogin implements AuthenticationProvider {
    private final boolean mayLogIn;
    private final KeyHash user;
    private final KeyHash password;

    AdminLogin(AccessSettings settings) {
        mayLogIn = settings.admin().mayLogIn();
        user = KeyHash.of(settings.admin().user());
        password = KeyHash.of(settings.admin().password());
    }

    @Override
    public Authentication authenticate(Authentication login) {
        boolean userFits = user.equals(KeyHash.of(login.getName()));
        boolean passwordFits = password.equals(KeyHash.of(String.valueOf(login.getCredentials())));
        if (!(mayLogIn & userFits & passwordFits)) {
            throw new BadCredentialsException("Wrong user or password");
        }
        return UsernamePasswordAuthenticationToken.authenticated("user:" + login.getName(), null, List.of());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
