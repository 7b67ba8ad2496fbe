package dev.sealpost.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * Who may come in, and how much of it.
 *
 * @param bootstrapKey a first API key with every scope, registered at start unless it is known already; leave it empty when there
 *     are keys. It begins with {@code sp_} and has at least 32 characters
 * @param admin the login of the management port
 * @param keyCache how long a key that was looked up is believed: the time a revocation takes at most to have effect on the other
 *     hubs; on the one that revokes it is immediate
 * @param maxBody the largest body of a request to {@code /api}
 * @param maxBatch the largest body of a batch of events, JSON Lines, which is read as a stream
 * @param failuresPerMinute how many wrong keys or passwords a source may send in a minute until it is answered 429
 */
@ConfigurationProperties("sealpost.access")
record AccessSettings(
        @DefaultValue("") String bootstrapKey,
        @DefaultValue @Valid Admin admin,
        @DefaultValue("1s") @NotNull @DurationMin(millis = 0) @DurationMax(seconds = 60) Duration keyCache,
        @DefaultValue("1MB") @NotNull DataSize maxBody,
        @DefaultValue("64MB") @NotNull DataSize maxBatch,
        @DefaultValue("60") @Min(1) int failuresPerMinute) {

    private static final int LEAST_LENGTH = 32;

    @AssertTrue(message = "bootstrap-key must begin with sp_ and have at least 32 characters; leave it empty for none")
    boolean isBootstrapKeyStrong() {
        return bootstrapKey.isEmpty() || bootstrapKey.startsWith("sp_") && bootstrapKey.length() >= LEAST_LENGTH;
    }

    /** Holds a secret. */
    @Override
    public String toString() {
        return "AccessSettings[keyCache=" + keyCache + ", maxBody=" + maxBody + "]";
    }

    /**
     * The one user of the management port. Without a password nobody can log in there.
     *
     * @param user the name to log in with
     * @param password at least 12 characters
     */
    record Admin(@DefaultValue("admin") String user, @DefaultValue("") String password) {

        private static final int LEAST_LENGTH = 12;

        @AssertTrue(message = "password must have at least 12 characters; leave it empty for no login")
        boolean isPasswordStrong() {
            return password.isEmpty() || password.length() >= LEAST_LENGTH;
        }

        boolean mayLogIn() {
            return StringUtils.hasText(user) && !password.isEmpty();
        }

        /** Holds a secret. */
        @Override
        public String toString() {
            return "Admin[]";
        }
    }
}
