package dev.sealpost.access;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes keys: {@code sp_}, by which they are told in a leak, and 256 random bits. */
final class NewKey {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private NewKey() {}

    static String random() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return "sp_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
