package dev.sealpost.sandbox.whatsapp.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a client gets to see. */
public sealed interface Reply {
    /** An HTTP answer. */
    record Answer(int status, Map<String, String> headers, byte[] body) implements Reply {
        public static Answer json(int status, JsonNode body) {
            return new Answer(status, Map.of("Content-Type", "application/json; charset=UTF-8"), Json.bytes(body));
        }

        public static Answer html(int status, String body) {
            return new Answer(
                    status, Map.of("Content-Type", "text/html; charset=utf-8"), body.getBytes(StandardCharsets.UTF_8));
        }

        public static Answer empty(int status) {
            return new Answer(status, Map.of(), new byte[0]);
        }
    }

    /** The connection is closed without a byte of an answer. */
    record Break() implements Reply {}

    /** The connection stays open and nothing comes, until the sandbox runs out of patience or room. */
    record Silence() implements Reply {}
}
