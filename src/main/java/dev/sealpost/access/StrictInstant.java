package dev.sealpost.access;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Reads times as RFC 3339 writes them, with an offset and years of four digits, to the microsecond that the database keeps. A bare
 * number is refused: it does not say whether it means seconds or milliseconds.
 */
class StrictInstant extends StdScalarDeserializer<Instant> {
    private static final int LONGEST = 40;

    StrictInstant() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        String text = parser.getText();
        try {
            if (text.length() <= LONGEST && Character.isDigit(text.charAt(0))) {
                return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeException unreadable) {
            return (Instant) context.handleWeirdStringValue(Instant.class, text, "not a time");
        }
        return (Instant) context.handleWeirdStringValue(Instant.class, text, "not a time");
    }
}
