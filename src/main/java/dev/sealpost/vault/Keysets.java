package dev.sealpost.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.signature.SignatureConfig;
import java.security.GeneralSecurityException;
import java.util.stream.IntStream;

/** Makes keysets and what computes with them. */
final class Keysets {

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
            SignatureConfig.register();
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

    /** @throws GeneralSecurityException if the text is no keyset that can be used, or one of another kind of keys */
    static KeysetHandle parse(VaultKeyset keyset, String text) throws GeneralSecurityException {
        KeysetHandle handle = KeysetText.read(text);
        if (!isUsable(keyset, handle)) {
            throw new GeneralSecurityException("not a usable %s keyset".formatted(keyset.id()));
        }
        return handle;
    }

    private static boolean isUsable(VaultKeyset keyset, KeysetHandle handle) {
        try {
            return handle.getPrimitive(RegistryConfiguration.get(), keyset.primitive()) != null
                    && IntStream.range(0, handle.size())
                            .mapToObj(handle::getAt)
                            .allMatch(entry -> entry.getKey().getParameters().equals(keyset.parameters()));
        } catch (GeneralSecurityException | IllegalStateException e) {
            return false; // Tink reports a damaged entry by either
        }
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
