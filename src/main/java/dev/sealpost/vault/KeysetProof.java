package dev.sealpost.vault;

import com.google.crypto.tink.KeysetHandle;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/**
 * A value that only a given keyset could have made, kept in the database: it tells whether a vault is the one the database was
 * written with. It stays true after a rotation that keeps the old keys, and reveals nothing about them.
 */
final class KeysetProof {

    private static final int PRF_BYTES = 32;

    private KeysetProof() {}

    static byte[] of(VaultKeyset keyset, KeysetHandle handle) {
        try {
            return keyset == VaultKeyset.BLIND_INDEX
                    ? Keysets.prfs(handle).computePrimary(label(keyset), PRF_BYTES)
                    : Keysets.aead(handle).encrypt(label(keyset), label(keyset));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The proof of the keyset " + keyset.id() + " cannot be computed", e);
        }
    }

    static boolean holds(VaultKeyset keyset, KeysetHandle handle, byte[] proof) {
        try {
            return keyset == VaultKeyset.BLIND_INDEX
                    ? isFromAnyKey(keyset, handle, proof)
                    : MessageDigest.isEqual(Keysets.aead(handle).decrypt(proof, label(keyset)), label(keyset));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean isFromAnyKey(VaultKeyset keyset, KeysetHandle handle, byte[] proof)
            throws GeneralSecurityException {
        for (var prf : Keysets.prfs(handle).getPrfs().values()) {
            if (MessageDigest.isEqual(prf.compute(label(keyset), PRF_BYTES), proof)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] label(VaultKeyset keyset) {
        return ("sealpost vault check|" + keyset.id()).getBytes(StandardCharsets.US_ASCII);
    }
}
