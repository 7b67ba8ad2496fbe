package dev.sealpost.whatsapp.request;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a number of a request may be.
 *
 * @param times what the number is multiplied by, and then rounded to a whole one; 1 leaves it as it is
 */
record NumberRule(long least, long most, int times) {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}(\\.\\d{1,12})?");

    static NumberRule between(long least, long most) {
        return new NumberRule(least, most, 1);
    }

    /** Meta wants amounts of money in thousandths. */
    static NumberRule amount() {
        return new NumberRule(0, 1_000_000_000, 1000);
    }

    Optional<BigDecimal> read(String text) {
        return Optional.of(text)
                .filter(number -> DECIMAL.matcher(number).matches())
                .map(BigDecimal::new)
                .filter(this::isInRange)
                .map(number -> times == 1
                        ? number
                        : number.multiply(BigDecimal.valueOf(times)).setScale(0, RoundingMode.HALF_UP));
    }

    String allowed() {
        return "a number from " + least + " to " + most;
    }

    private boolean isInRange(BigDecimal number) {
        return number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    }
}
