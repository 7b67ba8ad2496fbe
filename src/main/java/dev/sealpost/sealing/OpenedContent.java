package dev.sealpost.sealing;

import dev.sealpost.subject.Recipient;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What was sealed: to whom, and the minimised fields. Lives only between the outbox and the channel, and prints nothing. */
public record OpenedContent(Recipient to, Map<String, String> fields) {

    /** @throws NullPointerException if a field has no value */
    public OpenedContent {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        fields.forEach((name, value) -> Objects.requireNonNull(value, "A minimised field has no value"));
    }

    @Override
    public String toString() {
        return "OpenedContent[" + fields.size() + " fields]";
    }
}
