package dev.sealpost.cli.rest;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a hub is. A key goes there, so it is {@code https}, or {@code http} on this machine. */
record HubAddress(URI base) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @throws IllegalArgumentException with what is wrong and what is allowed */
    static HubAddress of(String text) {
        URI uri = URI.create(text.strip());
        problem(uri).ifPresent(problem -> {
            throw new IllegalArgumentException(
                    problem + "; allowed: https://HOST[:PORT][/PATH], or http:// to this machine");
        });
        String plain = uri.toString();
        return new HubAddress(URI.create(plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain));
    }

    /** @param path begins with a slash, and is encoded */
    URI resolve(String path) {
        return URI.create(base + path);
    }

    boolean isThisMachine() {
        return THIS_MACHINE.contains(base.getHost().toLowerCase(Locale.ROOT));
    }

    private static Optional<String> problem(URI uri) {
        if (uri.getScheme() == null || uri.getHost() == null) {
            return Optional.of("it is no address of a hub");
        }
        if (uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
            return Optional.of("an address has no user, no query and no fragment");
        }
        boolean secure = uri.getScheme().equalsIgnoreCase("https")
                || uri.getScheme().equalsIgnoreCase("http") && new HubAddress(uri).isThisMachine();
        return secure ? Optional.empty() : Optional.of("the key would travel in clear");
    }
}
