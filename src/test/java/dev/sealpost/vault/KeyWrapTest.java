package dev.sealpost.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.crypto.tink.KeysetHandle;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.testing.Tampering;
import java.security.GeneralSecurityException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KeyWrapTest {

    private static final byte[] PLAINTEXT = {1, 2, 3};
    private static final byte[] BOUND_TO = {4};

    private final SubjectRef ana = SubjectRef.random();
    private final KeyWrap wrap = new KeyWrap(vault(7));
    private final WrappedKey wrapped = wrap.wrapNew(ana);

    KeyWrapTest() throws GeneralSecurityException {}

    @Test
    void unwrapsToTheSameKeyEachTime() {
        byte[] ciphertext = wrap.unwrap(ana, wrapped).seal(PLAINTEXT, BOUND_TO);
        assertThat(wrap.unwrap(ana, wrapped).open(ciphertext, BOUND_TO)).isEqualTo(PLAINTEXT);
    }

    @Test
    void aWrappedKeyNamesItsKeyEncryptionKeyInsideAndOut() {
        assertThat(wrapped.kekId()).isEqualTo(7);
        assertThat(wrapped.bytes()).startsWith(1, 0, 0, 0, 7);
    }

    @Test
    void corruptedWrappedKey_fails() {
        assertThat(Tampering.eachByteChanged(wrapped.bytes()))
                .hasSize(5 + 12 + 32 + 16)
                .allSatisfy(changed -> assertThatBroken(ana, new WrappedKey(7, changed)));
        assertThat(Tampering.eachTruncation(wrapped.bytes()))
                .allSatisfy(truncated -> assertThatBroken(ana, new WrappedKey(7, truncated)));
    }

    @Test
    void corruptedKekId_fails() {
        assertThat(IntStream.range(0, Long.SIZE).mapToObj(bit -> 7 ^ (1L << bit)))
                .allSatisfy(id -> assertThatBroken(ana, new WrappedKey(id, wrapped.bytes())));
    }

    @Test
    @Tag("fault")
    void wrappedKeyOfAnotherPerson_fails() {
        assertThatBroken(SubjectRef.random(), wrapped);
    }

    @Test
    void wrappedKeyOfAnotherVault_fails() {
        var other = new KeyWrap(TestVault.random());
        WrappedKey foreign = other.wrapNew(ana);
        assertThatBroken(ana, foreign);
        assertThatBroken(ana, new WrappedKey(7, foreign.bytes()));
    }

    @Test
    void afterARotationOldKeysUnwrapAndNewOnesAreWrappedWithTheNewKey() throws GeneralSecurityException {
        var rotated = new KeyWrap(vault(7, 8));
        byte[] ciphertext = wrap.unwrap(ana, wrapped).seal(PLAINTEXT, BOUND_TO);
        assertThat(rotated.unwrap(ana, wrapped).open(ciphertext, BOUND_TO)).isEqualTo(PLAINTEXT);
        assertThat(rotated.wrapNew(ana).kekId()).isEqualTo(8);
    }

    private void assertThatBroken(SubjectRef subject, WrappedKey key) {
        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> wrap.unwrap(subject, key))
                .withNoCause();
    }

    private static Vault vault(int... ids) throws GeneralSecurityException {
        KeysetHandle keyset = FixedKeys.aead(ids);
        return FixedKeys.with(VaultKeyset.KEY_ENCRYPTION, keyset);
    }
}
