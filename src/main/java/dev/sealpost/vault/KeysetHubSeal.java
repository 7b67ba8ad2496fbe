package dev.sealpost.vault;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** {@link HubSeal} with one keyset of the vault for each use. Its ciphertexts carry their key's id (Tink's output prefix). */
@Component
class KeysetHubSeal implements HubSeal {

    private static final List<VaultKeyset> USES =
            List.of(VaultKeyset.DEAD_LETTER, VaultKeyset.WEBHOOK, VaultKeyset.CRM_CURSOR, VaultKeyset.SENDER_TOKEN);

    private final Map<String, DataKey> keys;

    KeysetHubSeal(Vault vault) {
        this.keys = USES.stream().collect(Collectors.toMap(VaultKeyset::id, (Function<VaultKeyset, DataKey>)
                keyset -> new AeadDataKey(vault.aead(keyset))));
    }

    @Override
    public DataKey forUse(String use) {
        DataKey key = keys.get(use);
        if (key == null) {
            throw new IllegalArgumentException("No key for the use '%s'; there are: %s".formatted(use, keys.keySet()));
        }
        return key;
    }
}
