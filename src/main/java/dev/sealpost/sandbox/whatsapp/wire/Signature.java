package dev.sealpost.sandbox.whatsapp.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 under the app secret, as Meta signs webhooks and an app proves that it knows its secret. */
public final class Signature {
    private static final String HMAC = "HmacSHA256";

    private Signature() {}

    /** The value of {@code X-Hub-Signature-256} over the body's raw bytes. */
    public static String of(byte[] body, String appSecret) {
        return "sha256=" + hex(body, appSecret);
    }

    /** As {@code appsecret_proof}, for a token. */
    public static String hex(String text, String appSecret) {
        return hex(text.getBytes(StandardCharsets.UTF_8), appSecret);
    }

    private static String hex(byte[] bytes, String appSecret) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + HMAC, e);
        }
    }
}
