package dev.sealpost.whatsapp;

import dev.sealpost.whatsapp.cloudapi.AppSecretProof;
import dev.sealpost.whatsapp.cloudapi.GraphSettings;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the WhatsApp Cloud API is reached, and what its webhook is checked with. Prints no secret.
 *
 * @param baseUri where the Cloud API is; https, except on this machine, because the token goes there
 * @param graphVersion the Graph API version, {@code v23.0}
 * @param connectTimeout how long a connection may take
 * @param requestTimeout how long an answer may take; with connectTimeout below the outbox's lease
 * @param mediaTimeout how long an upload or a download may take as a whole
 * @param mediaHosts where the Cloud API keeps media: with it the only hosts the token goes to
 * @param appSecret the Meta app's secret: signs webhooks, proves calls
 * @param previousAppSecrets what webhooks may still be signed with while the app secret is being replaced
 * @param appsecretProof whether every call carries the app secret's proof
 * @param verifyToken the word agreed with Meta for the webhook's handshake
 * @param phoneNumberId the first sender's phone number id, for {@code config/senders.yml}
 * @param accountId the first sender's WhatsApp business account, for {@code config/senders.yml}
 * @param throughput messages a second that Meta allows the first sender's number, or {@code none}, for {@code config/senders.yml}
 * @param tier people a day that Meta allows its portfolio to begin with, or {@code none}, for {@code config/senders.yml}
 * @param token the first sender's access token, for {@code config/senders.yml}
 */
@Validated
@ConfigurationProperties("sealpost.whatsapp")
public record WhatsAppSettings(
        @NotNull @DefaultValue("https://graph.facebook.com") URI baseUri,
        @NotNull @Pattern(regexp = "v\\d{1,3}\\.\\d") @DefaultValue("v23.0") String graphVersion,
        @NotNull @DurationMin(millis = 1) @DurationMax(seconds = 10) @DefaultValue("5s") Duration connectTimeout,
        @NotNull @DurationMin(millis = 1) @DurationMax(seconds = 30) @DefaultValue("20s") Duration requestTimeout,
        @NotNull @DurationMin(millis = 1) @DurationMax(minutes = 30) @DefaultValue("2m") Duration mediaTimeout,
        @NotNull @DefaultValue("lookaside.fbsbx.com") Set<@Pattern(regexp = "[a-z0-9.-]+") String> mediaHosts,
        @NotBlank String appSecret,
        @NotNull @DefaultValue List<@NotBlank String> previousAppSecrets,
        @DefaultValue("true") boolean appsecretProof,
        @NotBlank String verifyToken,
        String phoneNumberId,
        String accountId,
        String throughput,
        String tier,
        String token) {

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    @AssertTrue(message = "must be https://HOST without path, query or user (http only on this machine)")
    boolean isBaseUriSafe() {
        return baseUri == null || isPlain(baseUri) && isConfidential(baseUri);
    }

    /** Where messages of a sender are posted. */
    URI messagesOf(Sender sender) {
        return baseUri.resolve("/%s/%s/messages".formatted(graphVersion, sender.phoneNumberId()));
    }

    AppSecretProof proof() {
        return appsecretProof ? AppSecretProof.under(appSecret) : AppSecretProof.none();
    }

    GraphSettings graph() {
        return new GraphSettings(baseUri, graphVersion, connectTimeout, requestTimeout, mediaTimeout, mediaHosts);
    }

    @Override
    public String toString() {
        return "WhatsAppSettings[%s, %s]".formatted(baseUri, graphVersion);
    }

    private static boolean isPlain(URI uri) {
        boolean bare = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
        return bare && uri.getHost() != null && Set.of("", "/").contains(uri.getRawPath());
    }

    private static boolean isConfidential(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme())
                || "http".equalsIgnoreCase(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost());
    }
}
