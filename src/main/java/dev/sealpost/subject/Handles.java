package dev.sealpost.subject;

import java.util.LinkedHashSet;
import java.util.List;

/**
 * What is said at one time to be one person's: a phone number, user ids, or both; at least one. The first counts most. Prints none of
 * it.
 */
public record Handles(List<Recipient> all) {

    /** @throws IllegalArgumentException if there is none */
    public Handles {
        all = List.copyOf(new LinkedHashSet<>(all));
        if (all.isEmpty()) {
            throw new IllegalArgumentException("Nobody is meant by nothing");
        }
    }

    public static Handles of(Recipient only) {
        return new Handles(List.of(only));
    }

    @Override
    public String toString() {
        return "Handles[" + all.size() + "]";
    }
}
