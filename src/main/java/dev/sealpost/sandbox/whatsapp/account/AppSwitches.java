package dev.sealpost.sandbox.whatsapp.account;

import dev.sealpost.sandbox.whatsapp.wire.MetaError;
import java.time.Instant;
import java.util.Optional;

/** What the app that owns the numbers is set to. Forgotten when the sandbox stops. */
public final class AppSwitches {
    /**
     * @param requireProof whether each call needs an {@code appsecret_proof}
     * @param tokenExpiresAt in seconds since the epoch; 0 is never
     */
    public record Setting(boolean requireProof, long tokenExpiresAt) {
        public boolean isExpired(Instant now) {
            return tokenExpiresAt != 0 && tokenExpiresAt <= now.getEpochSecond();
        }
    }

    private volatile Setting setting = new Setting(false, 0);

    public Setting setting() {
        return setting;
    }

    public void switchTo(Setting wanted) {
        setting = wanted;
    }

    Optional<MetaError> wrongWith(Access access, Optional<String> proof) {
        Setting current = setting;
        if (current.tokenExpiresAt() != 0 && current.isExpired(Instant.now())) {
            return Optional.of(AccessErrors.expiredToken());
        }
        if (proof.isEmpty()) {
            return current.requireProof() ? Optional.of(AccessErrors.missingProof()) : Optional.empty();
        }
        return access.isProvenBy(proof.get()) ? Optional.empty() : Optional.of(AccessErrors.wrongProof());
    }
}
