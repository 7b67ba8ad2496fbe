package dev.sealpost.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import java.util.Arrays;
import java.util.List;

/** The keysets of the vault, each in a file of its own, so that one can be rotated or replaced without touching another. */
enum VaultKeyset {
    /** Wraps the subjects' data keys. */
    KEY_ENCRYPTION("key-encryption", Aead.class, PredefinedAeadParameters.AES256_GCM),
    /** Computes blind indexes. Its key cannot be replaced without losing sight of everyone: numbers are stored nowhere. */
    BLIND_INDEX("blind-index", PrfSet.class, PredefinedPrfParameters.HMAC_SHA256_PRF),
    DEAD_LETTER("dead-letter", Aead.class, PredefinedAeadParameters.AES256_GCM),
    WEBHOOK("webhook", Aead.class, PredefinedAeadParameters.AES256_GCM),
    CRM_CURSOR("crm-cursor", Aead.class, PredefinedAeadParameters.AES256_GCM),
    SENDER_TOKEN("sender-token", Aead.class, PredefinedAeadParameters.AES256_GCM),
    /** Signs what leaves the hub as proof. ECDSA, which openssl checks over a file of any size by its SHA-256. */
    SIGNING("signing", PublicKeySign.class, PredefinedSignatureParameters.ECDSA_P256);

    private final String id;
    private final Class<?> primitive;
    private final Parameters parameters;

    VaultKeyset(String id, Class<?> primitive, Parameters parameters) {
        this.id = id;
        this.primitive = primitive;
        this.parameters = parameters;
    }

    static List<VaultKeyset> all() {
        return Arrays.asList(values());
    }

    String id() {
        return id;
    }

    String fileName() {
        return id + ".keyset.json";
    }

    /** What it computes. */
    Class<?> primitive() {
        return primitive;
    }

    /** What each of its keys must be. */
    Parameters parameters() {
        return parameters;
    }
}
