package dev.sealpost.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A moment as business systems write it: ISO 8601 with an offset ({@code Z}, {@code +01:00}, {@code +0100}), a date, which counts from
 * its first moment in UTC, or a number of seconds or milliseconds since 1970. Kept to the microsecond, as the database does. A time
 * without an offset is not read: it could be hours off.
 */
public final class SourceTime {

    /** As seconds this is the year 5138, as milliseconds 1973: nobody means the one or the other. */
    private static final BigDecimal LEAST_MILLIS = BigDecimal.valueOf(100_000_000_000L);

    private static final BigDecimal MOST_MILLIS = BigDecimal.valueOf(253_402_300_799_999L);
    private static final DateTimeFormatter WITH_OFFSET = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    private SourceTime() {}

    /** @return empty if there is none, or none that can be read */
    public static Optional<Instant> in(JsonNode node) {
        if (node.isIntegralNumber()) {
            return ofNumber(node.decimalValue());
        }
        return node.isTextual() ? ofText(node.textValue().strip()) : Optional.empty();
    }

    private static Optional<Instant> ofText(String text) {
        try {
            if (text.matches("\\d{9,15}")) {
                return ofNumber(new BigDecimal(text));
            }
            Instant at = text.length() == "2026-11-25".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text, WITH_OFFSET).toInstant();
            return bounded(at);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> ofNumber(BigDecimal number) {
        if (number.signum() < 0 || number.compareTo(MOST_MILLIS) > 0) {
            return Optional.empty();
        }
        long value = number.longValueExact();
        return Optional.of(
                number.compareTo(LEAST_MILLIS) < 0 ? Instant.ofEpochSecond(value) : Instant.ofEpochMilli(value));
    }

    private static Optional<Instant> bounded(Instant at) {
        boolean readable = at.getEpochSecond() >= 0 && at.toEpochMilli() <= MOST_MILLIS.longValue();
        return readable ? Optional.of(at.truncatedTo(ChronoUnit.MICROS)) : Optional.empty();
    }
}
