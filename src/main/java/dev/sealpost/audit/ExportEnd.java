package dev.sealpost.audit;

import dev.sealpost.vault.HubSignature;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * What follows an export.
 *
 * @param entries how many there were, without the heading
 * @param sha256 of every byte before this line
 */
record ExportEnd(long entries, byte[] sha256, HubSignature signature) {

    /** The last line. */
    String line() {
        return CanonicalJson.write(new TreeMap<>(Map.of(
                "entries",
                Long.toString(entries),
                "sha256",
                hash(),
                "signature",
                new TreeMap<>(Map.of(
                        "algorithm", signature.algorithm(), "keyId", signature.keyId(), "value", signature.value())))));
    }

    /** In hexadecimal digits. */
    String hash() {
        return HexFormat.of().formatHex(sha256);
    }
}
