package dev.sealpost.crm;

import java.time.Instant;

/**
 * How far a feed was read and committed.
 *
 * @param version counts the commits, so that two hubs never advance it at once
 * @param since the latest change of the last list that was read to its end, by the CRM's clock; null before that
 * @param high the latest change seen in the list that is being read; null if none is
 * @param place where that list goes on
 */
record Cursor(long version, Instant since, Instant high, Place place) {

    /** The list is read to its end. */
    Cursor completed(Instant latest) {
        return new Cursor(version + 1, later(since, latest), null, Place.BEGINNING);
    }

    Cursor at(Place next, Instant latest) {
        return new Cursor(version + 1, since, latest, next);
    }

    /** The list has to be read from its beginning. */
    Cursor restarted() {
        return new Cursor(version + 1, since, null, Place.BEGINNING);
    }

    boolean saysTheSameAs(Cursor other) {
        return equals(new Cursor(version, other.since, other.high, other.place));
    }

    static Instant later(Instant one, Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
