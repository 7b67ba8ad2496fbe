package dev.sealpost.consent;

import dev.sealpost.message.SubjectRef;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a set of people stand on every purpose, read at one moment by one query.
 *
 * @param states by purpose; what was said about {@link #EVERY_PURPOSE} counts for each of them
 */
public record ConsentSnapshot(Map<SubjectRef, Map<String, ConsentState>> states) {

    /** The purpose of a withdrawal from everything, purposes configured later included. No configured purpose has this name. */
    public static final String EVERY_PURPOSE = "*";

    public Optional<ConsentState> of(SubjectRef subject, String purpose) {
        Map<String, ConsentState> own = states.getOrDefault(subject, Map.of());
        return Stream.of(own.get(purpose), own.get(EVERY_PURPOSE))
                .filter(Objects::nonNull)
                .max(ConsentState.BY_PRECEDENCE);
    }
}
