package dev.sealpost.crm;

import dev.sealpost.message.Reason;
import java.time.Duration;
import java.util.Set;

/**
 * Why a poll cannot go on. What was committed before stays, and the next poll goes on from there.
 *
 * @param retryAfter how long the CRM asks to be left alone; zero if it does not
 */
record Stop(Reason reason, Duration retryAfter) {

    /** The CRM contradicts itself about its list: where it said that the list goes on is worth nothing. */
    private static final Set<String> LOST_PLACE =
            Set.of("same-page", "repeating-cursor", "endless-pages", "foreign-link", "refused", "malformed");

    static Stop because(String word, String detail) {
        return new Stop(Reason.of(word, detail), Duration.ZERO);
    }

    static Stop because(String word) {
        return because(word, "");
    }

    /** The list has to be read from its beginning; the duplicate check drops what is known. */
    boolean losesPlace() {
        return LOST_PLACE.contains(reason.word());
    }
}
