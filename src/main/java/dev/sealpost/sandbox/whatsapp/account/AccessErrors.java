package dev.sealpost.sandbox.whatsapp.account;

import dev.sealpost.sandbox.whatsapp.wire.MetaError;
import java.util.OptionalInt;

/** How Meta words what is wrong with a token or its proof. */
final class AccessErrors {
    private static final int EXPIRED = 463;

    private AccessErrors() {}

    static MetaError unknownToken() {
        return oauth(
                OptionalInt.empty(),
                "Invalid OAuth access token - Cannot parse access token",
                "The Authorization header holds no token that is known here: Bearer <token>.");
    }

    static MetaError expiredToken() {
        return oauth(
                OptionalInt.of(EXPIRED),
                "Error validating access token: Session has expired",
                "The access token has expired.");
    }

    static MetaError missingProof() {
        return proof("API calls from the server require an appsecret_proof argument");
    }

    static MetaError wrongProof() {
        return proof("Invalid appsecret_proof provided in the API argument");
    }

    private static MetaError oauth(OptionalInt subcode, String title, String details) {
        return new MetaError(190, subcode, 401, MetaError.OAUTH, title, details);
    }

    private static MetaError proof(String title) {
        String details = "appsecret_proof is the hex HMAC-SHA256 of the access token under the app secret.";
        return new MetaError(100, OptionalInt.empty(), 400, MetaError.METHOD, title, details);
    }
}
