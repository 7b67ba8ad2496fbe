package dev.sealpost.delivery;

import dev.sealpost.message.SubjectRef;
import dev.sealpost.vault.DataKey;
import dev.sealpost.vault.HubSeal;
import dev.sealpost.vault.SealBroken;
import dev.sealpost.vault.SubjectKeys;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Keys in memory. */
class TestKeys implements SubjectKeys, HubSeal {

    private final Map<SubjectRef, DataKey> keys = new ConcurrentHashMap<>();
    private final Map<String, DataKey> hubKeys = new ConcurrentHashMap<>();

    @Override
    public void create(Collection<SubjectRef> subjects) {
        subjects.forEach(subject -> keys.computeIfAbsent(subject, any -> new Gcm()));
    }

    @Override
    public Map<SubjectRef, DataKey> load(Collection<SubjectRef> subjects) {
        Map<SubjectRef, DataKey> found = new HashMap<>(keys);
        found.keySet().retainAll(subjects);
        return found;
    }

    @Override
    public void destroy(SubjectRef subject) {
        keys.remove(subject);
    }

    @Override
    public DataKey forUse(String use) {
        return hubKeys.computeIfAbsent(use, any -> new Gcm());
    }

    private static final class Gcm implements DataKey {

        private static final SecureRandom RANDOM = new SecureRandom();
        private final SecretKeySpec key;

        Gcm() {
            byte[] bytes = new byte[32];
            RANDOM.nextBytes(bytes);
            key = new SecretKeySpec(bytes, "AES");
        }

        @Override
        public byte[] seal(byte[] plaintext, byte[] associatedData) {
            byte[] nonce = new byte[12];
            RANDOM.nextBytes(nonce);
            byte[] sealed = apply(Cipher.ENCRYPT_MODE, nonce, plaintext, associatedData);
            return ByteBuffer.allocate(12 + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        }

        @Override
        public byte[] open(byte[] ciphertext, byte[] associatedData) {
            ByteBuffer buffer = ByteBuffer.wrap(ciphertext);
            byte[] nonce = new byte[12];
            buffer.get(nonce);
            byte[] sealed = new byte[buffer.remaining()];
            buffer.get(sealed);
            return apply(Cipher.DECRYPT_MODE, nonce, sealed, associatedData);
        }

        private byte[] apply(int mode, byte[] nonce, byte[] text, byte[] associatedData) {
            try {
                Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
                cipher.init(mode, key, new GCMParameterSpec(128, nonce));
                cipher.updateAAD(associatedData);
                return cipher.doFinal(text);
            } catch (GeneralSecurityException e) {
                throw new SealBroken("did not open");
            }
        }
    }
}
