package dev.sealpost.delivery;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) of ciphertexts, in hexadecimal, as the audit names them. */
final class Sha256 {

    private Sha256() {}

    static String hex(byte[] ciphertext) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(ciphertext));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
