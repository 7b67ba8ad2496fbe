package dev.sealpost.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.security.GeneralSecurityException;

/** Makes keysets and what computes with them. */
final class Keysets {

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Keysets() {}

    static KeysetHandle generate(VaultKeyset keyset) {
        try {
            return KeysetHandle.generateNew(keyset.parameters());
        } catch (GeneralSecurityException e) {
            throw unavailable(e);
        }
    }

    /** @throws GeneralSecurityException if the text is no keyset, or one of another kind of keys */
    static KeysetHandle parse(VaultKeyset keyset, String text) throws GeneralSecurityException {
        KeysetHandle handle = KeysetText.read(text);
        for (int i = 0; i < handle.size(); i++) {
            if (!handle.getAt(i).getKey().getParameters().equals(keyset.parameters())) {
                throw new GeneralSecurityException("not a keyset of " + keyset.parameters());
            }
        }
        return handle;
    }

    static Aead aead(KeysetHandle keyset) {
        try {
            return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw unavailable(e);
        }
    }

    static PrfSet prfs(KeysetHandle keyset) {
        try {
            return keyset.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
        } catch (GeneralSecurityException e) {
            throw unavailable(e);
        }
    }

    private static IllegalStateException unavailable(GeneralSecurityException e) {
        return new IllegalStateException("The Java runtime lacks an algorithm the vault needs", e);
    }
}
