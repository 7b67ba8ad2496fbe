package dev.sealpost.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.signature.EcdsaPrivateKey;
import java.util.EnumMap;
import java.util.Map;

/** An opened vault: every keyset is there and belongs to the database. Prints nothing. */
final class Vault {

    private final Map<VaultKeyset, KeysetHandle> keysets;

    Vault(Map<VaultKeyset, KeysetHandle> keysets) {
        this.keysets = new EnumMap<>(keysets);
    }

    Aead aead(VaultKeyset keyset) {
        return Keysets.aead(keysets.get(keyset));
    }

    PrfSet prfs(VaultKeyset keyset) {
        return Keysets.prfs(keysets.get(keyset));
    }

    /** The key pair that the hub signs with. */
    SigningKeyPair signingKey() {
        return SigningKeyPair.of(
                (EcdsaPrivateKey) keysets.get(VaultKeyset.SIGNING).getPrimary().getKey());
    }

    /** The id of the key that new data is sealed with, as Tink's JSON shows it (unsigned 32 bits). */
    long primaryId(VaultKeyset keyset) {
        return Integer.toUnsignedLong(keysets.get(keyset).getPrimary().getId());
    }
}
