package dev.sealpost.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealpost.testing.HubSignatureCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The hub's signing key")
class HubSignerTest {
    private static final byte[] TEXT = "what the hub says".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path temporary;

    @Test
    void signsAHashSoThatThePublicKeyAloneChecksWhatWasHashed() throws GeneralSecurityException {
        HubSigner signer = TestVault.hubSigner();
        HubSignature signature =
                signer.sign(MessageDigest.getInstance("SHA-256").digest(TEXT));
        assertThat(signature.algorithm()).isEqualTo("SHA256withECDSA");
        assertThat(signature.keyId()).isEqualTo(signer.publicKey().id()).matches("[0-9a-f]{16}");

        var check = new HubSignatureCheck(signer.publicKey().text());
        byte[] value = Base64.getDecoder().decode(signature.value());
        assertThat(check.byJava(TEXT, value)).isTrue();
        byte[] changed = TEXT.clone();
        changed[3] ^= 1;
        assertThat(check.byJava(changed, value)).isFalse();
        assertThat(new HubSignatureCheck(TestVault.hubSigner(TestVault.random())
                                .publicKey()
                                .text())
                        .byJava(TEXT, value))
                .isFalse();
    }

    @Test
    void signsNothingThatIsNoHash() {
        HubSigner signer = TestVault.hubSigner();
        assertThatThrownBy(() -> signer.sign(TEXT)).hasMessageContaining("no SHA-256");
    }

    @Test
    void isTheSameAfterTheNextStart() {
        VaultOnDisk vault = VaultOnDisk.in(temporary.resolve("vault"));
        assertThat(vault.openOrCreate().signingKey().publicKey())
                .isEqualTo(vault.open().signingKey().publicKey());
    }

    @Test
    void isNotReadFromAFileThatOthersCanRead() throws IOException {
        VaultOnDisk vault = VaultOnDisk.createdIn(temporary.resolve("vault"));
        Path file = vault.file(VaultKeyset.SIGNING);
        vault.mode(file, "rw-r-----");
        assertThat(vault.refusal()).hasMessageContainingAll("rw-r-----", "chmod 600 " + file);
    }

    @Test
    void isPrintedByNothing() {
        assertThat(TestVault.random().signingKey().toString()).isEqualTo("SigningKeyPair[EC]");
    }
}
