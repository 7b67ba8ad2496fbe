package dev.sealpost.whatsapp.cloudapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code appsecret_proof}: HMAC-SHA256 of the access token under the app secret, as a query parameter (<a
 * href="https://developers.facebook.com/docs/graph-api/guides/secure-requests">Secure Graph API Calls</a>). Shows that the caller has the
 * app secret, so that a stolen token alone is worth nothing, once the app requires the proof. It protects nothing else: neither the
 * path nor the body goes into it. Made once for each token.
 */
public final class AppSecretProof {

    static final String PARAMETER = "appsecret_proof";

    private static final String ALGORITHM = "HmacSHA256";

    /** Tokens are few; replaced ones are forgotten with the rest. */
    private static final int MOST_TOKENS = 1_000;

    private final Map<String, String> proofs = new ConcurrentHashMap<>();
    private final SecretKeySpec secret;

    private AppSecretProof(SecretKeySpec secret) {
        this.secret = secret;
    }

    /** @param appSecret not empty */
    public static AppSecretProof under(String appSecret) {
        return new AppSecretProof(new SecretKeySpec(appSecret.getBytes(UTF_8), ALGORITHM));
    }

    /** Adds nothing to any address. */
    public static AppSecretProof none() {
        return new AppSecretProof(null);
    }

    /** The address with the proof for this token. */
    URI addTo(URI address, String token) {
        if (secret == null) {
            return address;
        }
        String separator = address.getRawQuery() == null ? "?" : "&";
        return URI.create(address + separator + PARAMETER + "=" + of(token));
    }

    /** Whether an error says that the proof is missing or wrong; it has no code of its own. */
    static boolean isRefused(JsonNode error) {
        return error.path("message").asText("").contains(PARAMETER);
    }

    private String of(String token) {
        if (proofs.size() > MOST_TOKENS) {
            proofs.clear();
        }
        return proofs.computeIfAbsent(token, this::compute);
    }

    private String compute(String token) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal(token.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }

    @Override
    public String toString() {
        return secret == null ? "AppSecretProof[none]" : "AppSecretProof[given]";
    }
}
