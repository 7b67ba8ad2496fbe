package dev.sealpost.delivery;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

/**
 * Which dead letters; null does not restrict.
 *
 * @param reason the word that the reason starts with, {@code malformed}
 * @param limit at most so many at a time
 */
record LetterFilter(
        @Pattern(regexp = WORD, message = "must be the word that a reason starts with, such as malformed")
                String reason,
        @Pattern(regexp = WORD, message = "must be the id of a flow") String flow,
        @Min(value = 1, message = "must be 1 to 500") @Max(value = 500, message = "must be 1 to 500") Integer limit) {

    static final int MOST = 500;
    private static final String WORD = "[A-Za-z0-9][A-Za-z0-9._-]{0,127}";
    private static final int USUAL = 100;

    int most() {
        return limit == null ? USUAL : limit;
    }

    boolean restricts() {
        return reason != null || flow != null;
    }
}
