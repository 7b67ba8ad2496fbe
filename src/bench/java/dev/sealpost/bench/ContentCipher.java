package dev.sealpost.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-GCM under one key, the nonce in front. */
final class ContentCipher {

    private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");
    private static final int NONCE_BYTES = 12;

    private final SecureRandom random = new SecureRandom();

    byte[] encrypt(String content) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, KEY, new GCMParameterSpec(128, nonce));
        byte[] text = content.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = new byte[NONCE_BYTES + cipher.getOutputSize(text.length)];
        System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
        cipher.doFinal(text, 0, text.length, sealed, NONCE_BYTES);
        return sealed;
    }
}
