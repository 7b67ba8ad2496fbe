package dev.sealpost.vault;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;

/**
 * A data key over a Tink AEAD. Refuses empty associated data: a ciphertext that is bound to nothing can be moved anywhere.
 *
 * <p>Not guaranteed: that the key leaves the memory when it is no longer used; Java cannot promise that.
 */
final class AeadDataKey implements DataKey {

    private final Aead aead;

    AeadDataKey(Aead aead) {
        this.aead = aead;
    }

    @Override
    public byte[] seal(byte[] plaintext, byte[] associatedData) {
        try {
            return aead.encrypt(plaintext, requireBound(associatedData));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The Java runtime cannot seal", e);
        }
    }

    @Override
    public byte[] open(byte[] ciphertext, byte[] associatedData) {
        try {
            return aead.decrypt(ciphertext, requireBound(associatedData));
        } catch (GeneralSecurityException e) {
            throw new SealBroken("The ciphertext does not open: it, its key or what it is bound to was changed");
        }
    }

    private static byte[] requireBound(byte[] associatedData) {
        if (associatedData.length == 0) {
            throw new IllegalArgumentException("Associated data must say what the ciphertext belongs to");
        }
        return associatedData;
    }
}
