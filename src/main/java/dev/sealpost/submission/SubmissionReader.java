package dev.sealpost.submission;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/**
 * Reads {@code {"flow":…,"event":{…},"signature":…}} strictly (RFC 8259, UTF-8). The event is cut out byte for byte; what is in it is
 * read later, as from any other source. Problems quote nothing.
 */
@Component
class SubmissionReader {

    private static final int MOST_BYTES = 1_048_576;
    /** That of an event, and one for what is around it. */
    private static final int DEPTH = 65;

    private final JsonFactory factory = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxStringLength(MOST_BYTES)
                    .maxNumberLength(100)
                    .build())
            .build();

    Reading read(byte[] body) {
        try (JsonParser parser = factory.createParser(body)) {
            return read(parser, body);
        } catch (IOException e) {
            return new Reading.Refused(SubmissionProblems.malformed(null));
        }
    }

    /** A limit that is exceeded has no place of its own; it is where the parser is. */
    private static Reading read(JsonParser parser, byte[] body) throws IOException {
        try {
            return new Members(parser, body).read();
        } catch (JsonProcessingException e) {
            JsonLocation where = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
            return new Reading.Refused(SubmissionProblems.malformed(where));
        }
    }

    private static final class Members {

        private final JsonParser parser;
        private final byte[] body;
        private String flow;
        private String signature;
        private byte[] event;

        Members(JsonParser parser, byte[] body) {
            this.parser = parser;
            this.body = body;
        }

        Reading read() throws IOException {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Reading.Refused(SubmissionProblems.malformed(parser.currentTokenLocation()));
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (!accepts(name, parser.nextToken())) {
                    return new Reading.Refused(SubmissionProblems.wrongMember(name));
                }
            }
            return parser.nextToken() == null ? whole() : trailing(parser.currentTokenLocation());
        }

        private boolean accepts(String name, JsonToken value) throws IOException {
            switch (name) {
                case "flow" -> flow = text(value);
                case "signature" -> signature = text(value);
                case "event" -> event = object(value);
                default -> {
                    return false;
                }
            }
            return name.equals("flow") ? flow != null : name.equals("event") ? event != null : signature != null;
        }

        private String text(JsonToken value) throws IOException {
            return value == JsonToken.VALUE_STRING ? parser.getText() : null;
        }

        /** Offsets are known only for UTF-8, which is also the only encoding that is read. */
        private byte[] object(JsonToken value) throws IOException {
            long start = parser.currentTokenLocation().getByteOffset();
            if (value != JsonToken.START_OBJECT || start < 0) {
                return null;
            }
            parser.skipChildren();
            return Arrays.copyOfRange(
                    body, (int) start, (int) parser.currentLocation().getByteOffset());
        }

        private Reading whole() {
            if (flow == null || event == null) {
                return new Reading.Refused(SubmissionProblems.missing(flow == null ? "flow" : "event"));
            }
            return new Reading.Read(new Submission(flow, event, signature));
        }

        private static Reading trailing(JsonLocation where) {
            return new Reading.Refused(SubmissionProblems.malformed(where));
        }
    }
}
