package dev.sealpost.submission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 over several byte strings, each preceded by its length, so that no two lists of them are the same bytes. */
final class Digest {

    private final MessageDigest sha256;

    Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    Digest add(byte[] bytes) {
        sha256.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        sha256.update(bytes);
        return this;
    }

    /** @param text nothing at all if it is null */
    Digest add(String text) {
        return text == null ? this : add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Begins anew after that. */
    byte[] value() {
        return sha256.digest();
    }
}
