package dev.sealpost.sandbox.crm;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The access tokens given out. They are forgotten when the sandbox stops. */
final class Tokens {
    private final CrmApiSettings settings;
    private final Map<String, Instant> expiries = new ConcurrentHashMap<>();

    Tokens(CrmApiSettings settings) {
        this.settings = settings;
    }

    /** Whether an {@code Authorization} header names the hub and its secret. */
    boolean knowsClient(String header) {
        String pair = settings.clientId() + ":" + settings.clientSecret();
        return ("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))).equals(header);
    }

    String issue() {
        String token = UUID.randomUUID().toString();
        expiries.put(token, Instant.now().plus(settings.tokenLife()));
        return token;
    }

    long lifeSeconds() {
        return settings.tokenLife().toSeconds();
    }

    boolean isGood(String header) {
        Instant expiry = header == null || !header.startsWith("Bearer ") ? null : expiries.get(header.substring(7));
        return expiry != null && Instant.now().isBefore(expiry);
    }

    /** The secret is the key, too. */
    boolean isKey(String header) {
        return settings.clientSecret().equals(header);
    }

    void revokeAll() {
        expiries.clear();
    }
}
