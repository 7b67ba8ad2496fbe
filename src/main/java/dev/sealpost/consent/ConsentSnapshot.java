package dev.sealpost.consent;

import dev.sealpost.message.SubjectRef;
import java.util.Map;
import java.util.Optional;

/** Where a set of people stand on every purpose, read at one moment by one query. */
public record ConsentSnapshot(Map<SubjectRef, Map<String, ConsentState>> states) {

    public Optional<ConsentState> of(SubjectRef subject, String purpose) {
        return Optional.ofNullable(states.getOrDefault(subject, Map.of()).get(purpose));
    }
}
