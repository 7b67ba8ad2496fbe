package dev.sealpost.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlindIndexerTest {

    private static final byte[] KEY =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

    private final BlindIndexer indexer =
            new PrfBlindIndexer(FixedKeys.with(VaultKeyset.BLIND_INDEX, FixedKeys.prf(KEY)));

    BlindIndexerTest() throws Exception {}

    /** Computed apart, with Python's hmac and hashlib. Everyone in the database is found by these: they never change. */
    @ParameterizedTest
    @CsvSource({
        "phone, +351912345678, c993ae068c7eaa873dac3b306daa4e2328b9834dd07cd20a328e07307f8fba11",
        "source:order-shipped, A-1001, 8c8e99ef93c8746d8645ad9cda58f5bde23b1d9ac1a37953c03cba9c006ec729",
        "'', '', 9f0cd9b94097fe4929918d2b8942b34439574261a35dc50163f06c67d4e48899",
        "phone, Zo\u00eb \ud83d\udce6, 97d4719ee6c424eb4b797fb66702d5551cf1963d8b007973926431e3ba5ec0fa",
    })
    void knownValuesHaveKnownIndexes(String domain, String value, String index) {
        assertThat(indexer.index(domain, value)).hasToString(index);
    }

    @Test
    void anIndexHas32Bytes() {
        assertThat(indexer.index("phone", "+351912345678").bytes()).hasSize(32);
    }

    @Test
    void noTwoPairsOfDomainAndValueAreMadeEqual() {
        List<BlindIndex> indexes = Stream.of(
                        indexer.index("a", "bc"),
                        indexer.index("ab", "c"),
                        indexer.index("abc", ""),
                        indexer.index("", "abc"),
                        indexer.index("source:x", "1"),
                        indexer.index("source:y", "1"),
                        indexer.index("s", "?"),
                        indexer.index("s", "\ud800"),
                        indexer.index("s", "\udc00"),
                        indexer.index("s", "\ufffd"),
                        indexer.index("s", "1"),
                        indexer.index("s", "1\0"))
                .toList();
        assertThat(indexes).doesNotHaveDuplicates();
    }

    @Test
    void anotherVaultHasOtherIndexes() {
        BlindIndexer other = new PrfBlindIndexer(TestVault.random());
        assertThat(other.index("phone", "+351912345678")).isNotEqualTo(indexer.index("phone", "+351912345678"));
    }
}
