package dev.sealpost.sandbox.whatsapp.message;

import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import dev.sealpost.sandbox.whatsapp.wire.MetaError;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** What Meta demands of an object. */
@FunctionalInterface
interface Rule {
    Optional<MetaError> violation(LenientObject object);

    /** The first that is violated counts. */
    static Rule all(Rule... rules) {
        return object -> Arrays.stream(rules)
                .map(rule -> rule.violation(object).orElse(null))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Whichever is violated, if both are. */
    default Rule or(Rule other) {
        return object -> violation(object).flatMap(first -> other.violation(object));
    }
}
