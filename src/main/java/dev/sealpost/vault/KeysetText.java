package dev.sealpost.vault;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.security.GeneralSecurityException;

/**
 * Keysets as Tink's JSON. The one class that may turn keys into text and back, by {@link InsecureSecretKeyAccess} (which {@link SigningKeyPair}
 * uses too); the text is
 * secret and goes nowhere but to the files of the vault.
 */
final class KeysetText {

    private KeysetText() {}

    static String write(KeysetHandle keyset) {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A keyset that was just made cannot be written", e);
        }
    }

    /**
     * @throws GeneralSecurityException if it is no keyset. The cause is left out on purpose: a parser's message may quote what
     *     it read
     */
    static KeysetHandle read(String text) throws GeneralSecurityException {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new GeneralSecurityException("not a keyset");
        }
    }
}
