package dev.sealpost.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * The {@code Retry-After} header (RFC 9110, section 10.2.3): seconds, or an HTTP date. What cannot be read is ignored; nobody is
 * waited for longer than {@link #LONGEST}.
 */
public final class RetryAfter {

    public static final Duration LONGEST = Duration.ofHours(24);

    private static final int MOST_DIGITS = 9;

    private final Clock clock;

    public RetryAfter(Clock clock) {
        this.clock = clock;
    }

    /** @return null if the header says nothing */
    public Duration read(String header) {
        String text = header.strip();
        return text.matches("\\d+") ? seconds(text) : untilDate(text);
    }

    private static Duration seconds(String digits) {
        return digits.length() > MOST_DIGITS ? LONGEST : bounded(Duration.ofSeconds(Long.parseLong(digits)));
    }

    private Duration untilDate(String text) {
        try {
            ZonedDateTime date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return bounded(Duration.between(clock.instant(), date.toInstant()));
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
