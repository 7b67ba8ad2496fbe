package dev.sealpost.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeafHashTest {

    private static final Path ROOTS = Path.of("../shared/fixtures/merkle/roots.json");

    private final TestLedger ledger = new TestLedger();

    @Test
    void isSha256OfAZeroByteAndTheEntrysJson() throws Exception {
        ledger.append("plain", "with \" and \u001b and 😀");
        ledger.sequenceAll();

        ledger.jdbc.query("SELECT json, leaf_hash FROM audit_entry", row -> {
            byte[] expected = sha256((byte) 0, row.getString("json").getBytes(StandardCharsets.UTF_8));
            assertThat(row.getBytes("leaf_hash")).isEqualTo(expected);
        });
        assertThat(ledger.indexes()).hasSize(2);
    }

    @Test
    void givesTheRootsThatOthersComputed() throws IOException {
        assumeTrue(Files.exists(ROOTS), () -> "skipped: there are no fixtures at " + ROOTS.toAbsolutePath());
        JsonNode fixture = new ObjectMapper().readTree(ROOTS.toFile());
        List<byte[]> leaves = new ArrayList<>();
        for (JsonNode input : fixture.get("leafInputsHex")) {
            leaves.add(leafHash(HexFormat.of().parseHex(input.textValue())));
        }

        assertThat(leaves).hasSize(8);
        for (int size = 1; size <= leaves.size(); size++) {
            assertThat(HexFormat.of().formatHex(root(leaves.subList(0, size))))
                    .isEqualTo(fixture.get("rootsHex").get(size).textValue());
        }
    }

    private byte[] leafHash(byte[] leaf) {
        return ledger.jdbc.queryForObject("SELECT audit_leaf_hash(?)", byte[].class, leaf);
    }

    /** RFC 9162, section 2.1.1. */
    private static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return sha256((byte) 1, root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    private static byte[] sha256(byte prefix, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(prefix);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
