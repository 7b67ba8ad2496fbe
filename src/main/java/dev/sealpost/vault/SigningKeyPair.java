package dev.sealpost.vault;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.signature.EcdsaPrivateKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;

/**
 * The hub's signing key as the Java runtime's own objects, which {@code crypto:sign} takes. The private one stays in this package.
 * Prints nothing of it.
 */
record SigningKeyPair(PrivateKey privateKey, PublicKey publicKey) {

    static SigningKeyPair of(EcdsaPrivateKey key) {
        ECParameterSpec curve = key.getParameters().getCurveType().toParameterSpec();
        var secret = key.getPrivateValue().getBigInteger(InsecureSecretKeyAccess.get());
        try {
            KeyFactory factory = KeyFactory.getInstance("EC");
            return new SigningKeyPair(
                    factory.generatePrivate(new ECPrivateKeySpec(secret, curve)),
                    factory.generatePublic(
                            new ECPublicKeySpec(key.getPublicKey().getPublicPoint(), curve)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The Java runtime lacks an algorithm the vault needs", e);
        }
    }

    @Override
    public String toString() {
        return "SigningKeyPair[" + publicKey.getAlgorithm() + "]";
    }
}
