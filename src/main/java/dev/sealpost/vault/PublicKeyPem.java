package dev.sealpost.vault;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public key for others to check signatures with.
 *
 * @param id the first 16 hexadecimal digits of the SHA-256 of the key's DER form
 * @param text as a PEM file (RFC 7468, section 13)
 */
public record PublicKeyPem(String id, String text) {
    private static final int LINE = 64;
    private static final int ID_DIGITS = 16;

    static PublicKeyPem of(PublicKey key) {
        byte[] der = key.getEncoded();
        byte[] newLine = "\n".getBytes(StandardCharsets.US_ASCII);
        String body = Base64.getMimeEncoder(LINE, newLine).encodeToString(der);
        return new PublicKeyPem(id(der), "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n".formatted(body));
    }

    private static String id(byte[] der) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(der);
            return HexFormat.of().formatHex(digest).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
