package dev.sealpost.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import dev.sealpost.message.SubjectRef;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** Wraps data keys with the vault's key-encryption key, each bound to its subject. */
@Component
class KeyWrap {

    private static final int KEY_BYTES = 32;
    private static final int TINK_PREFIX_BYTES = 5;

    private final Aead keyEncryption;
    private final long primaryId;

    KeyWrap(Vault vault) {
        this.keyEncryption = vault.aead(VaultKeyset.KEY_ENCRYPTION);
        this.primaryId = vault.primaryId(VaultKeyset.KEY_ENCRYPTION);
    }

    /** A new random key, wrapped with the primary key-encryption key. */
    WrappedKey wrapNew(SubjectRef subject) {
        byte[] key = Random.randBytes(KEY_BYTES);
        try {
            return new WrappedKey(primaryId, keyEncryption.encrypt(key, boundTo(subject)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The Java runtime cannot wrap a key", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** @throws SealBroken if the wrapped key, its id or its subject is not what it was wrapped with */
    DataKey unwrap(SubjectRef subject, WrappedKey wrapped) {
        if (wrapped.kekId() != namedKek(wrapped.bytes())) {
            throw broken(subject);
        }
        try {
            return dataKey(keyEncryption.decrypt(wrapped.bytes(), boundTo(subject)));
        } catch (GeneralSecurityException e) {
            throw broken(subject);
        }
    }

    private static DataKey dataKey(byte[] key) throws GeneralSecurityException {
        if (key.length != KEY_BYTES) {
            throw new GeneralSecurityException("not an AES-256 key");
        }
        try {
            return new AeadDataKey(new AesGcmJce(key));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** The key id in Tink's output prefix: a byte of version, then four of key id. */
    private static long namedKek(byte[] wrapped) {
        return wrapped.length < TINK_PREFIX_BYTES
                ? -1
                : Integer.toUnsignedLong(ByteBuffer.wrap(wrapped).getInt(1));
    }

    private static byte[] boundTo(SubjectRef subject) {
        return ("subject-key|" + subject).getBytes(StandardCharsets.US_ASCII);
    }

    private static SealBroken broken(SubjectRef subject) {
        return new SealBroken("The wrapped data key of subject %s does not unwrap".formatted(subject));
    }
}
