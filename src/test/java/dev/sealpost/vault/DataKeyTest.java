package dev.sealpost.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.AesGcmJce;
import dev.sealpost.testing.Tampering;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataKeyTest {

    private static final byte[] PLAINTEXT = "Ana, A-1001".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BOUND_TO = "message 1".getBytes(StandardCharsets.US_ASCII);

    private final DataKey key = TestVault.dataKey();

    /** AES-256-GCM, each as nonce, ciphertext and tag. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'The Galois/Counter Mode of Operation (McGrew, Viega), test case 16',"
                + "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308,"
                + "cafebabefacedbaddecaf888,"
                + "feedfacedeadbeeffeedfacedeadbeefabaddad2,"
                + "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39,"
                + "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662,"
                + "76fc6ece0f4e1768cddf8853bb2d551b",
        "'NIST CAVP gcmEncryptExtIV256, 128 bits of plaintext and of associated data',"
                + "92e11dcdaa866f5ce790fd24501f92509aacf4cb8b1339d50c9c1240935dd08b,"
                + "ac93a1a6145299bde902f21a,"
                + "1e0889016f67601c8ebea4943bc23ad6,"
                + "2d71bcfa914e4ac045b2aa60955fad24,"
                + "8995ae2e6df3dbf96fac7b7137bae67f,"
                + "eca5aa77d51d4a0a14d9c51e1da474ab",
        "'Wycheproof aes_gcm, 256 bits',"
                + "92ace3e348cd821092cd921aa3546374299ab46209691bc28b8752d17f123c20,"
                + "00112233445566778899aabb,"
                + "00000000ffffffff,"
                + "00010203040506070809,"
                + "e27abdd2d2a53d2f136b,"
                + "9a4a2579529301bcfb71c78d4060f52c",
    })
    void opensWhatThePublishedVectorsSay(
            String source, String aesKey, String nonce, String bound, String plain, String cipher, String tag)
            throws Exception {
        var known = new AeadDataKey(new AesGcmJce(hex(aesKey)));
        assertThat(known.open(hex(nonce + cipher + tag), hex(bound))).isEqualTo(hex(plain));
        assertThatBroken(known, hex(nonce + cipher + flipped(tag)), hex(bound));
    }

    @Test
    void opensWhatItSealed() {
        assertThat(key.open(key.seal(PLAINTEXT, BOUND_TO), BOUND_TO)).isEqualTo(PLAINTEXT);
        assertThat(key.open(key.seal(new byte[0], BOUND_TO), BOUND_TO)).isEmpty();
    }

    @Test
    void everySealHasANonceOfItsOwn() {
        assertThat(key.seal(PLAINTEXT, BOUND_TO)).isNotEqualTo(key.seal(PLAINTEXT, BOUND_TO));
    }

    @Nested
    class DoesNotOpen {

        private final byte[] ciphertext = key.seal(PLAINTEXT, BOUND_TO);

        @Test
        void corruptedNonceCiphertextOrTag_fails() {
            assertThat(Tampering.eachByteChanged(ciphertext))
                    .hasSize(12 + PLAINTEXT.length + 16)
                    .allSatisfy(changed -> assertThatBroken(key, changed, BOUND_TO));
        }

        @Test
        void truncatedCiphertext_fails() {
            assertThat(Tampering.eachTruncation(ciphertext))
                    .hasSize(ciphertext.length)
                    .allSatisfy(truncated -> assertThatBroken(key, truncated, BOUND_TO));
        }

        @Test
        void corruptedAssociatedData_fails() {
            assertThat(Tampering.eachByteChanged(BOUND_TO))
                    .hasSize(BOUND_TO.length)
                    .allSatisfy(changed -> assertThatBroken(key, ciphertext, changed));
        }

        @Test
        void anotherKey_fails() {
            assertThatBroken(TestVault.dataKey(), ciphertext, BOUND_TO);
        }
    }

    @Test
    void sealsNothingThatIsBoundToNothing() {
        assertThatThrownBy(() -> key.seal(PLAINTEXT, new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertThatBroken(DataKey key, byte[] ciphertext, byte[] bound) {
        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> key.open(ciphertext, bound))
                .withNoCause();
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static String flipped(String hex) {
        return (hex.charAt(0) == '0' ? '1' : '0') + hex.substring(1);
    }
}
