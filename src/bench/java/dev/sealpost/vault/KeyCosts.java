package dev.sealpost.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.sealpost.message.SubjectRef;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What a subject's data key costs. */
public final class KeyCosts {

    private KeyCosts() {}

    public static Map<String, Supplier<?>> all() {
        var wrap = new KeyWrap(TestVault.random());
        SubjectRef subject = SubjectRef.random();
        WrappedKey wrapped = wrap.wrapNew(subject);
        DataKey key = wrap.unwrap(subject, wrapped);
        byte[] plaintext = new byte[117];
        byte[] bound = new byte[62];
        byte[] ciphertext = key.seal(plaintext, bound);
        var costs = new LinkedHashMap<String, Supplier<?>>();
        costs.put("make and wrap a data key", () -> wrap.wrapNew(subject));
        costs.put("unwrap a data key", () -> wrap.unwrap(subject, wrapped));
        costs.put("AES-256-GCM alone, seal 117 bytes", () -> key.seal(plaintext, bound));
        costs.put("AES-256-GCM alone, open 117 bytes", () -> key.open(ciphertext, bound));
        costs.put("not used: a keyset handle per data key", KeyCosts::throughAKeysetHandle);
        return costs;
    }

    private static Object throughAKeysetHandle() {
        try {
            return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
