package dev.sealpost.whatsapp.cloudapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Meta's JSON, of bounded depth, and the codes in its error envelope, numbers or (seen in the wild) texts. */
final class Envelope {

    private static final int DEEPEST = 32;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final ObjectReader JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .build()
            .reader();

    private Envelope() {}

    /** @return empty if it is not JSON */
    static Optional<JsonNode> parse(byte[] body) {
        try {
            return Optional.of(JSON.readTree(body));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    static OptionalInt errorCode(JsonNode json) {
        return number(json.path("error").path("code"));
    }

    static OptionalInt errorSubcode(JsonNode json) {
        return number(json.path("error").path("error_subcode"));
    }

    static OptionalInt number(JsonNode code) {
        boolean readable = code.isIntegralNumber() && code.canConvertToInt()
                || code.isTextual() && NUMBER.matcher(code.textValue()).matches();
        return readable ? OptionalInt.of(code.asInt()) : OptionalInt.empty();
    }
}
