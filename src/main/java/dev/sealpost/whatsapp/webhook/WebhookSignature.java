package dev.sealpost.whatsapp.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code X-Hub-Signature-256: sha256=<hex>}: HMAC-SHA256 of the raw body under the app secret (<a
 * href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started#validate-payloads">Validating payloads</a>), compared
 * in constant time. Says that Meta, or whoever else has the secret, sent these bytes; not that they are new.
 */
final class WebhookSignature {

    static final String HEADER = "X-Hub-Signature-256";

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-fA-F]{64}");

    private final byte[] given;

    private WebhookSignature(byte[] given) {
        this.given = given;
    }

    /** @return empty if it is missing or not of that form */
    static Optional<WebhookSignature> parse(String header) {
        return Optional.ofNullable(header)
                .filter(text -> FORM.matcher(text).matches())
                .map(text -> new WebhookSignature(HexFormat.of().parseHex(text.substring(PREFIX.length()))));
    }

    boolean matches(byte[] body, String appSecret) {
        return MessageDigest.isEqual(hmac(body, appSecret), given);
    }

    private static byte[] hmac(byte[] body, String appSecret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(appSecret.getBytes(UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }
}
