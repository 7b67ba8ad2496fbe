package dev.sealpost.vault;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
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
        byte[] label = label(keyset);
        try {
            return switch (keyset) {
                case BLIND_INDEX -> Keysets.prfs(handle).computePrimary(label, PRF_BYTES);
                case SIGNING -> primitive(handle, PublicKeySign.class).sign(label);
                default -> Keysets.aead(handle).encrypt(label, label);
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The proof of the keyset " + keyset.id() + " cannot be computed", e);
        }
    }

    static boolean holds(VaultKeyset keyset, KeysetHandle handle, byte[] proof) {
        try {
            return switch (keyset) {
                case BLIND_INDEX -> isFromAnyKey(keyset, handle, proof);
                case SIGNING -> isSigned(keyset, handle, proof);
                default -> MessageDigest.isEqual(Keysets.aead(handle).decrypt(proof, label(keyset)), label(keyset));
            };
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean isSigned(VaultKeyset keyset, KeysetHandle handle, byte[] proof)
            throws GeneralSecurityException {
        primitive(handle.getPublicKeysetHandle(), PublicKeyVerify.class).verify(proof, label(keyset));
        return true;
    }

    private static <P> P primitive(KeysetHandle handle, Class<P> type) throws GeneralSecurityException {
        return handle.getPrimitive(RegistryConfiguration.get(), type);
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
