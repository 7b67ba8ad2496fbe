package dev.sealpost.signature;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Optional;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * An event in the canonical form of RFC 8785. That form writes numbers as IEEE 754 doubles; a number that is none is refused, for
 * another one could stand in its place under the same signature.
 */
final class CanonicalEvent {

    private CanonicalEvent() {}

    /** Empty if the event holds such a number. */
    static Optional<byte[]> of(JsonNode event) {
        try {
            return isExact(event)
                    ? Optional.of(new JsonCanonicalizer(event.toString()).getEncodedUTF8())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("An event that was parsed has no canonical form", e);
        }
    }

    private static boolean isExact(JsonNode node) {
        if (node.isNumber()) {
            return isDouble(node);
        }
        for (JsonNode child : node) {
            if (!isExact(child)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDouble(JsonNode number) {
        double value = number.doubleValue();
        return Double.isFinite(value) && new BigDecimal(Double.toString(value)).compareTo(number.decimalValue()) == 0;
    }
}
