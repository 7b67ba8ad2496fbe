package dev.sealpost.crm;

import dev.sealpost.crm.PageReader.NotAPage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Reads a feed's list once, from where it was left to its end, page by page, each committed before the next is asked for. */
final class Poll {

    /** How far the clock of a CRM that does not tell its time may be ahead of the hub's. */
    private static final Duration CLOCK_AHEAD = Duration.ofHours(1);

    private final Poller.Parts parts;
    private final PageSink sink;
    private final Loops loops;
    private Cursor cursor;
    private Place place;
    private Instant high;

    Poll(Poller.Parts parts, Cursor from, PageSink sink) {
        this.parts = parts;
        this.sink = sink;
        this.cursor = from;
        this.place = from.place();
        this.high = from.high();
        this.loops = new Loops(place);
    }

    /** @return why it did not come to the end of the list; empty if it did, or was told to go no further */
    Optional<Stop> run(BooleanSupplier goesOn) {
        Optional<Stop> stop = Optional.empty();
        boolean more = true;
        while (more && goesOn.getAsBoolean()) {
            stop = page();
            more = stop.isEmpty() && place != null;
        }
        return stop;
    }

    Cursor cursor() {
        return cursor;
    }

    private Optional<Stop> page() {
        Instant since = cursor.since() == null
                ? null
                : cursor.since().minus(parts.feed().overlap());
        Optional<URI> address = parts.addresses().of(since, place);
        if (address.isEmpty()) {
            return Optional.of(Stop.because("foreign-link", "a link leads to another origin, or nowhere"));
        }
        Fetched fetched = parts.client().get(address.get());
        if (fetched instanceof Fetched.Body body) {
            return page(body);
        }
        return Optional.of(((Fetched.Failed) fetched).stop());
    }

    private Optional<Stop> page(Fetched.Body body) {
        try {
            Page page = parts.pages().read(body, place);
            List<Change> changes =
                    page.items().stream().map(parts.changes()::read).toList();
            return loops.seen(changes).or(() -> take(page, changes));
        } catch (NotAPage e) {
            return Optional.of(e.stop());
        }
    }

    private Optional<Stop> take(Page page, List<Change> changes) {
        high = Cursor.later(high, latest(page, changes));
        Cursor after = page.next() == null ? cursor.completed(high) : between(page.next());
        return commit(changes, after).or(() -> {
            place = page.next();
            return place == null ? Optional.empty() : loops.leadsBack(place);
        });
    }

    private Cursor between(Place next) {
        return parts.feed().paging().placesLast() ? cursor.at(next, high) : cursor.restarted();
    }

    /** A time that lies ahead of the CRM's own clock would hide all changes until then. */
    private static Instant latest(Page page, List<Change> changes) {
        Instant now = page.crmTime() == null ? Instant.now().plus(CLOCK_AHEAD) : page.crmTime();
        return changes.stream()
                .map(Change::modified)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .map(latest -> latest.isAfter(now) ? now : latest)
                .orElse(null);
    }

    private Optional<Stop> commit(List<Change> changes, Cursor after) {
        List<Change> fresh = changes.stream()
                .filter(Change::wanted)
                .filter(change -> !parts.recent().knows(change))
                .toList();
        if (fresh.isEmpty() && after.saysTheSameAs(cursor)) {
            return Optional.empty();
        }
        Optional<Stop> failed = hand(new PageBatch(parts.cursors(), parts.feed(), fresh, after));
        if (failed.isEmpty()) {
            cursor = after;
            parts.recent().add(fresh);
        }
        return failed;
    }

    private Optional<Stop> hand(PageBatch batch) {
        if (batch.changes().isEmpty()) {
            batch.commit();
            return Optional.empty();
        }
        return sink.accept(batch);
    }
}
