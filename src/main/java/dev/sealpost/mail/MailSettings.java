package dev.sealpost.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The mailbox that {@code kamelet:mail-intake} reads from unless a flow names another. Prints no secret and no address.
 *
 * @param protocol {@code imaps}, or {@code imap} without TLS, which only the sandbox may use
 * @param host the IMAP server; empty if there is none
 * @param port of the IMAP server
 * @param sslBundle the SSL bundle (spring.ssl.bundle) whose trust store its certificate is checked against; empty for Java's own
 * @param user who logs in there
 * @param password of the user
 * @param maxBytes the largest mail that is read, 64KB to 32MB. Bounds memory: one mail a flow is read at a time
 * @param requireAuthenticationResults whether a mail needs a passed check of the server named by authservId (RFC 8601)
 * @param authservId the name under which the own mail server writes its Authentication-Results; others' are not believed
 */
@Validated
@ConfigurationProperties("sealpost.mail")
public record MailSettings(
        @NotNull @DefaultValue("imaps") Protocol protocol,
        @DefaultValue("") String host,
        @Min(1) @Max(65_535) @DefaultValue("993") int port,
        @DefaultValue("") String sslBundle,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @NotNull @DefaultValue("5MB") DataSize maxBytes,
        @DefaultValue("true") boolean requireAuthenticationResults,
        @DefaultValue("") String authservId) {

    /** How the mailbox is reached. */
    public enum Protocol {
        IMAPS,
        IMAP
    }

    private static final DataSize LEAST = DataSize.ofKilobytes(64);
    private static final DataSize MOST = DataSize.ofMegabytes(32);

    public MailSettings {
        if (maxBytes != null && (maxBytes.compareTo(LEAST) < 0 || maxBytes.compareTo(MOST) > 0)) {
            throw new IllegalArgumentException(
                    "sealpost.mail.max-bytes is " + maxBytes.toBytes() + " bytes; allowed are 64KB to 32MB");
        }
    }

    /** What has to speak for a mail's sender. */
    public AuthenticationPolicy authentication() {
        return new AuthenticationPolicy(requireAuthenticationResults, authservId);
    }

    @Override
    public String toString() {
        return "MailSettings[" + protocol + ", port " + port + "]";
    }
}
