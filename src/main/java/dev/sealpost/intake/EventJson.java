package dev.sealpost.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.sealpost.message.Reason;
import java.io.IOException;
import org.springframework.stereotype.Component;

/**
 * Parses events strictly: one JSON object in UTF-8 (RFC 8259), bounded in size and depth, without duplicate names, NUL characters or
 * lone surrogates, which some parser or store further on would understand differently. Reasons never quote the event.
 */
@Component
public class EventJson {

    static final int MAX_BYTES = 1_048_576;
    static final int MAX_DEPTH = 64;

    private final ObjectReader reader;

    EventJson() {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(MAX_BYTES)
                        .maxNumberLength(100)
                        .build())
                .build();
        this.reader = new ObjectMapper(factory)
                .readerFor(JsonNode.class)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /** Either the content or the fault is null. */
    public record Result(JsonNode content, Reason fault) {

        /** The content is personal data. */
        @Override
        public String toString() {
            return "Result[]";
        }
    }

    public Result parse(byte[] body) {
        if (body == null || body.length == 0) {
            return fault("the event is empty");
        }
        if (body.length > MAX_BYTES) {
            return fault("the event has " + body.length + " bytes; at most " + MAX_BYTES + " are read");
        }
        try {
            return checked(reader.readValue(body));
        } catch (JsonProcessingException e) {
            return fault("not JSON, or nested deeper than " + MAX_DEPTH + position(e));
        } catch (IOException e) {
            return fault("not UTF-8 text");
        }
    }

    private static Result checked(JsonNode content) {
        if (content == null || !content.isObject()) {
            return fault("a JSON object is expected");
        }
        return WellFormedText.everywhereIn(content)
                ? new Result(content, null)
                : fault("a text holds a NUL character or half a surrogate pair");
    }

    private static String position(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
    }

    private static Result fault(String detail) {
        return new Result(null, Reason.of("malformed", detail));
    }
}
