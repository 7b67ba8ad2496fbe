package dev.sealpost.whatsapp.media;

import java.time.Duration;
import java.time.Instant;

/**
 * A file that Meta has.
 *
 * @param id Meta's, which lives for 30 days
 */
record Upload(String id, Instant at) {

    private static final Duration USABLE = Duration.ofDays(29);
    private static final Duration FRESH = Duration.ofDays(25);

    boolean isUsable(Instant now) {
        return now.isBefore(at.plus(USABLE));
    }

    /** Whether it is time to upload it again, so that nobody has to wait for that. */
    boolean isAgeing(Instant now) {
        return !now.isBefore(at.plus(FRESH));
    }
}
