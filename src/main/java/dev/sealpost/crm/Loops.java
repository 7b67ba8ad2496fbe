package dev.sealpost.crm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Notices in one poll that a CRM's list does not come to an end: a page or a cursor that was there before, or nothing any more. */
final class Loops {

    static final int MOST_PAGES = 10_000;
    private static final int MOST_EMPTY = 100;

    private final Set<String> pages = new HashSet<>();
    private final Set<Place> places = new HashSet<>();
    private int count;
    private int empty;

    Loops(Place start) {
        places.add(start);
    }

    /** Before the page is handed over. */
    Optional<Stop> seen(List<Change> page) {
        count++;
        empty = page.isEmpty() ? empty + 1 : 0;
        if (count > MOST_PAGES || empty > MOST_EMPTY) {
            return Optional.of(Stop.because("endless-pages", count + " pages, the last " + empty + " of them empty"));
        }
        boolean again = !page.isEmpty() && !pages.add(fingerprint(page));
        return again ? Optional.of(Stop.because("same-page", "page " + count + " was there before")) : Optional.empty();
    }

    /** After it is committed. */
    Optional<Stop> leadsBack(Place next) {
        return places.add(next)
                ? Optional.empty()
                : Optional.of(Stop.because("repeating-cursor", "page " + count + " leads back to one before it"));
    }

    private static String fingerprint(List<Change> page) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            page.forEach(change -> digest.update((change.key() + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
