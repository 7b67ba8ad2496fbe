package dev.sealpost.mail;

/**
 * What Authentication-Results (RFC 8601) a mail needs.
 *
 * @param required whether it needs one that passed; otherwise one that failed refuses it, and none is taken for good
 * @param server the authserv-id whose results are believed; empty believes the bad news of any, and the good news of none
 */
public record AuthenticationPolicy(boolean required, String server) {

    boolean believes(AuthenticationResults results) {
        return server.isBlank() || results.server().equalsIgnoreCase(server);
    }
}
