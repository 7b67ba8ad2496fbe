package dev.sealpost.minimisation;

import dev.sealpost.message.FieldPath;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may leave of one kind of event.
 *
 * @param fields in the order of the file; those with {@code transform: drop} are not among them
 */
record Profile(String name, List<FieldRule> fields) {

    /** The places of the event that a field is taken from, each once. */
    Set<FieldPath> sources() {
        return fields.stream().map(FieldRule::from).collect(Collectors.toUnmodifiableSet());
    }
}
