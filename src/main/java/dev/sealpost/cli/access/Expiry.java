package dev.sealpost.cli.access;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * When a key ends.
 *
 * @param after how long from now; null if it is a point in time
 * @param at null if it is a span
 */
record Expiry(Duration after, Instant at) {
    private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,8})([smhdw])");

    boolean isNever() {
        return after == null && at == null;
    }

    Instant from(Instant now) {
        return at == null ? now.plus(after) : at;
    }

    /** Reads {@code 90d}, {@code 12h}, {@code 2w}, {@code P90D}, {@code 2027-01-31}, a time with its offset, or {@code never}. */
    static final class Converter implements ITypeConverter<Expiry> {

        @Override
        public Expiry convert(String text) {
            if (text.equals("never")) {
                return new Expiry(null, null);
            }
            return span(text)
                    .map(span -> new Expiry(span, null))
                    .or(() -> time(text).map(time -> new Expiry(null, time)))
                    .orElseThrow(() -> new TypeConversionException(
                            "'%s' is no end of a key; allowed: 90d, 12h, 2w, 2027-01-31, 2027-01-31T12:00:00Z, never"
                                    .formatted(text)));
        }

        private static Optional<Duration> span(String text) {
            Matcher span = SPAN.matcher(text);
            if (span.matches()) {
                return Optional.of(unit(span.group(2)).multipliedBy(Long.parseLong(span.group(1))));
            }
            try {
                return Optional.of(
                                text.contains("T")
                                        ? Duration.parse(text)
                                        : Duration.ofDays(Period.parse(text).getDays()))
                        .filter(positive -> positive.compareTo(Duration.ZERO) > 0);
            } catch (DateTimeException noSpan) {
                return Optional.empty();
            }
        }

        private static Duration unit(String letter) {
            return switch (letter) {
                case "s" -> Duration.ofSeconds(1);
                case "m" -> Duration.ofMinutes(1);
                case "h" -> Duration.ofHours(1);
                case "w" -> Duration.ofDays(7);
                default -> Duration.ofDays(1);
            };
        }

        /** A date means its first moment in UTC: from that day on the key does not open. */
        private static Optional<Instant> time(String text) {
            try {
                return Optional.of(
                        text.contains("T")
                                ? OffsetDateTime.parse(text).toInstant()
                                : LocalDate.parse(text)
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant());
            } catch (DateTimeException noTime) {
                return Optional.empty();
            }
        }
    }
}
