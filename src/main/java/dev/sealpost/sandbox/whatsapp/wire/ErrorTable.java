package dev.sealpost.sandbox.whatsapp.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Meta's error codes with their HTTP status and words, read from {@code sandbox/errors.json}. */
public final class ErrorTable {
    private final Map<Integer, MetaError> byCode = new HashMap<>();

    public ErrorTable() {
        for (JsonNode entry : Resource.json("errors.json")) {
            MetaError error = error(entry);
            byCode.put(error.code(), error);
        }
    }

    private static MetaError error(JsonNode entry) {
        return new MetaError(
                entry.get("code").intValue(),
                OptionalInt.empty(),
                entry.get("status").intValue(),
                MetaError.OAUTH,
                entry.get("title").textValue(),
                entry.get("details").textValue());
    }

    public Optional<MetaError> find(int code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public MetaError get(int code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("No error with code " + code));
    }

    /** All known codes, ascending. */
    public String codes() {
        return byCode.keySet().stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
    }

    public MetaError because(int code, String details) {
        return get(code).withDetails(details);
    }

    /** Code 100 with the parameter's fault as its title, as Meta words it. */
    public MetaError invalid(String title) {
        MetaError error = get(100);
        return new MetaError(100, error.subcode(), error.status(), error.type(), title, error.details());
    }
}
