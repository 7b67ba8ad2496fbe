package dev.sealpost.testing;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Ways to damage bytes, for tests that damage every part in turn. */
public final class Tampering {

    private Tampering() {}

    /** One copy for each byte, that byte changed. */
    public static Stream<byte[]> eachByteChanged(byte[] original) {
        return IntStream.range(0, original.length).mapToObj(index -> {
            byte[] changed = original.clone();
            changed[index] ^= 1;
            return changed;
        });
    }

    /** Every shorter beginning of it, the empty one included. */
    public static Stream<byte[]> eachTruncation(byte[] original) {
        return IntStream.range(0, original.length).mapToObj(length -> {
            byte[] truncated = new byte[length];
            System.arraycopy(original, 0, truncated, 0, length);
            return truncated;
        });
    }
}
