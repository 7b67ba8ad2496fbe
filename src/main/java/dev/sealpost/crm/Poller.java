package dev.sealpost.crm;

import dev.sealpost.message.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Polls one feed when it is due. A poll that stops is audited with its reason and tried again later: after the interval, then after
 * twice as long and so on, and not before the CRM asks for.
 */
final class Poller {

    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 16;

    private final Parts parts;
    private final FeedStatuses statuses;
    private final PollAudit audit;
    private Instant notBefore = Instant.EPOCH;
    private int failures;

    Poller(Parts parts, FeedStatuses statuses, PollAudit audit) {
        this.parts = parts;
        this.statuses = statuses;
        this.audit = audit;
    }

    /** What polls of a feed are made with. */
    record Parts(
            Feed feed,
            CrmClient client,
            PageAddress addresses,
            PageReader pages,
            ChangeReader changes,
            Cursors cursors,
            Recent recent) {}

    /** Does nothing unless a poll is due. Never throws. */
    void poll(PageSink sink, BooleanSupplier goesOn) {
        if (Instant.now().isBefore(notBefore)) {
            return;
        }
        try {
            parts.cursors().claim(parts.feed()).ifPresent(cursor -> poll(cursor, sink, goesOn));
        } catch (DataAccessException | TransactionException e) {
            stopped(Stop.because("database", e.getClass().getSimpleName()));
        } catch (RuntimeException e) {
            stopped(Stop.because("failed", e.getClass().getName()));
        }
    }

    private void poll(Cursor from, PageSink sink, BooleanSupplier goesOn) {
        Poll poll = new Poll(parts, from, sink);
        Optional<Stop> stop = poll.run(goesOn);
        if (stop.isEmpty()) {
            well();
        } else if (goesOn.getAsBoolean()) {
            settle(stop.get(), poll.cursor());
            stopped(stop.get());
        }
    }

    private void settle(Stop stop, Cursor cursor) {
        if (stop.losesPlace() && !cursor.place().isBeginning()) {
            parts.cursors().advance(parts.feed(), cursor.restarted());
        }
        if (!stop.retryAfter().isZero()) {
            parts.cursors().postpone(parts.feed(), stop.retryAfter());
        }
    }

    private void well() {
        if (failures > 0) {
            LOG.info("{}: polled again", parts.feed());
        }
        failures = 0;
        notBefore = Instant.EPOCH;
        statuses.well(parts.feed());
    }

    private void stopped(Stop stop) {
        Duration wait = backoff();
        failures++;
        Duration longest = stop.retryAfter().compareTo(wait) > 0 ? stop.retryAfter() : wait;
        notBefore = Instant.now().plus(longest);
        Reason reason = stop.reason();
        LOG.warn("{}: the poll stopped: {}; the next one is in {} ms", parts.feed(), reason, longest.toMillis());
        statuses.stopped(parts.feed(), reason, failures, notBefore);
        audit.stopped(parts.feed(), reason, longest);
    }

    private Duration backoff() {
        Duration interval = parts.feed().interval();
        Duration doubled = interval.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration most = interval.compareTo(LONGEST_BACKOFF) > 0 ? interval : LONGEST_BACKOFF;
        return doubled.compareTo(most) > 0 ? most : doubled;
    }
}
