package dev.sealpost.vault;

import com.google.crypto.tink.KeysetHandle;
import dev.sealpost.message.SubjectRef;
import java.util.EnumMap;
import java.util.Map;

/**
 * Keys like the vault's that are kept nowhere: for a dry run, whose ciphertexts nobody has to open later. What they seal is lost with
 * this object.
 */
public final class EphemeralKeys {

    private final Vault vault;

    public EphemeralKeys() {
        Map<VaultKeyset, KeysetHandle> keysets = new EnumMap<>(VaultKeyset.class);
        VaultKeyset.all().forEach(keyset -> keysets.put(keyset, Keysets.generate(keyset)));
        this.vault = new Vault(keysets);
    }

    public BlindIndexer indexer() {
        return new PrfBlindIndexer(vault);
    }

    /** A new data key, another one each time. */
    public DataKey dataKey(SubjectRef subject) {
        KeyWrap wrap = new KeyWrap(vault);
        return wrap.unwrap(subject, wrap.wrapNew(subject));
    }
}
