package dev.sealpost.vault;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A keyed one-way index (32 bytes) of a value: equal values give equal indexes, and without the vault's key an index cannot be
 * computed or reversed. A plain hash would not do: the space of phone numbers can be enumerated in minutes.
 */
public record BlindIndex(byte[] bytes) {

    @Override
    public boolean equals(Object other) {
        return other instanceof BlindIndex that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Hexadecimal; a pseudonym, fit for logs of the hub's own but not for outsiders. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
