package dev.sealpost.access;

import java.time.Instant;

/** What is known of a key: whom it lets in, and until when. {@code expiresAt} and {@code revokedAt} are null if it does not end. */
record ApiKey(KeyHash hash, Caller caller, Instant expiresAt, Instant revokedAt) {

    boolean opens(KeyHash presented, Instant now) {
        boolean ended = revokedAt != null || expiresAt != null && !now.isBefore(expiresAt);
        return hash.equals(presented) && !ended;
    }
}
