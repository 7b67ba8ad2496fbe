package dev.sealpost.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import org.junit.jupiter.api.Test;

class HubSealTest {

    private static final byte[] BOUND_TO = {1};

    @Test
    void eachUseHasAKeyOfItsOwn() {
        HubSeal seal = TestVault.hubSeal();
        byte[] ciphertext = seal.forUse("dead-letter").seal(new byte[] {7}, BOUND_TO);
        assertThat(seal.forUse("dead-letter").open(ciphertext, BOUND_TO)).containsExactly(7);
        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> seal.forUse("webhook").open(ciphertext, BOUND_TO));
    }

    @Test
    void anUnknownUseIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> TestVault.hubSeal().forUse("other"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("other", "dead-letter", "webhook");
    }

    @Test
    void theKeyEncryptionKeySealsNothingElse() {
        assertThatThrownBy(() -> TestVault.hubSeal().forUse("key-encryption"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatWasSealedBeforeARotationOpensAfterIt() throws GeneralSecurityException {
        byte[] ciphertext = sealing(FixedKeys.aead(7)).seal(new byte[] {9}, BOUND_TO);
        DataKey rotated = sealing(FixedKeys.aead(7, 8));
        assertThat(ciphertext).startsWith(1, 0, 0, 0, 7);
        assertThat(rotated.open(ciphertext, BOUND_TO)).containsExactly(9);
        assertThat(rotated.seal(new byte[] {9}, BOUND_TO)).startsWith(1, 0, 0, 0, 8);
    }

    private static DataKey sealing(KeysetHandle keyset) {
        var keysets = new EnumMap<VaultKeyset, KeysetHandle>(VaultKeyset.class);
        keysets.put(VaultKeyset.WEBHOOK, keyset);
        VaultKeyset.all().forEach(other -> keysets.putIfAbsent(other, Keysets.generate(other)));
        return new KeysetHubSeal(new Vault(keysets)).forUse("webhook");
    }
}
