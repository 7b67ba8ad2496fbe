package dev.sealpost.vault;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.HmacPrfKey;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Vaults of known keys, for known answers and for keysets as a rotation leaves them. */
final class FixedKeys {

    private FixedKeys() {}

    static Vault with(VaultKeyset keyset, KeysetHandle handle) {
        var keysets = new EnumMap<VaultKeyset, KeysetHandle>(VaultKeyset.class);
        keysets.put(keyset, handle);
        return new Vault(keysets);
    }

    static KeysetHandle prf(byte[] key) throws GeneralSecurityException {
        return keyset(Map.of(
                1,
                HmacPrfKey.builder()
                        .setParameters(PredefinedPrfParameters.HMAC_SHA256_PRF)
                        .setKeyBytes(secret(key))
                        .build()));
    }

    /** The last id's key is the primary one. */
    static KeysetHandle aead(int... ids) throws GeneralSecurityException {
        var keys = new LinkedHashMap<Integer, Key>();
        for (int id : ids) {
            byte[] key = new byte[32];
            key[0] = (byte) id;
            keys.put(
                    id,
                    AesGcmKey.builder()
                            .setParameters(PredefinedAeadParameters.AES256_GCM)
                            .setKeyBytes(secret(key))
                            .setIdRequirement(id)
                            .build());
        }
        return keyset(keys);
    }

    private static KeysetHandle keyset(Map<Integer, Key> keys) throws GeneralSecurityException {
        Keysets.generate(VaultKeyset.KEY_ENCRYPTION); // registers the key types
        var builder = KeysetHandle.newBuilder();
        KeysetHandle.Builder.Entry last = null;
        for (var key : keys.entrySet()) {
            last = KeysetHandle.importKey(key.getValue()).withFixedId(key.getKey());
            builder.addEntry(last);
        }
        last.makePrimary();
        return builder.build();
    }

    private static SecretBytes secret(byte[] key) {
        return SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get());
    }
}
