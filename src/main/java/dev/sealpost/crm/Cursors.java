package dev.sealpost.crm;

import dev.sealpost.vault.DataKey;
import dev.sealpost.vault.HubSeal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The cursors of all feeds, one row for each flow, connection and path. When a feed is polled next is decided here, by the database's
 * clock, so that all hubs of an installation together ask a CRM as often as one would. Places are sealed: a CRM may put anything
 * into its cursors.
 */
@Component
class Cursors {

    private static final String CLAIM =
            """
            INSERT INTO crm_cursor AS mine (flow, connection, path, next_poll_at)
            VALUES (:flow, :connection, :path, now() + :interval * interval '1 ms')
            ON CONFLICT (flow, connection, path) DO UPDATE SET next_poll_at = excluded.next_poll_at
            WHERE mine.next_poll_at <= now()
            RETURNING version, since, high, place
            """;

    private static final String ADVANCE =
            """
            UPDATE crm_cursor SET version = version + 1, since = :since, high = :high, place = :place,
                next_poll_at = greatest(next_poll_at, now() + :interval * interval '1 ms')
            WHERE flow = :flow AND connection = :connection AND path = :path AND version = :before
            """;

    private static final String POSTPONE =
            """
            UPDATE crm_cursor SET next_poll_at = greatest(next_poll_at, now() + :interval * interval '1 ms')
            WHERE flow = :flow AND connection = :connection AND path = :path
            """;

    private final JdbcClient jdbc;
    private final DataKey key;

    Cursors(JdbcClient jdbc, HubSeal seal) {
        this.jdbc = jdbc;
        this.key = seal.forUse("crm-cursor");
    }

    /** @return empty unless a poll is due, which this hub then has to make */
    Optional<Cursor> claim(Feed feed) {
        return about(feed, CLAIM, feed.interval())
                .query((row, n) -> cursor(feed, row))
                .optional();
    }

    /**
     * Takes part in the caller's transaction, if there is one.
     *
     * @throws MovedMeanwhile if another hub advanced it
     */
    void advance(Feed feed, Cursor to) {
        int rows = about(feed, ADVANCE, feed.interval())
                .param("since", timestamp(to.since()))
                .param("high", timestamp(to.high()))
                .param("place", sealed(feed, to.place()))
                .param("before", to.version() - 1)
                .update();
        if (rows == 0) {
            throw new MovedMeanwhile();
        }
    }

    /** Nobody polls it before that. */
    void postpone(Feed feed, Duration wait) {
        about(feed, POSTPONE, wait).update();
    }

    private JdbcClient.StatementSpec about(Feed feed, String sql, Duration wait) {
        return jdbc.sql(sql)
                .param("flow", feed.flow())
                .param("connection", feed.connection().name())
                .param("path", feed.path())
                .param("interval", wait.toMillis());
    }

    private Cursor cursor(Feed feed, ResultSet row) throws SQLException {
        byte[] place = row.getBytes("place");
        return new Cursor(row.getLong("version"), instant(row, "since"), instant(row, "high"), opened(feed, place));
    }

    private byte[] sealed(Feed feed, Place place) {
        return place.isBeginning() ? null : key.seal(place.text().getBytes(StandardCharsets.UTF_8), boundTo(feed));
    }

    private Place opened(Feed feed, byte[] sealed) {
        return sealed == null
                ? Place.BEGINNING
                : new Place(new String(key.open(sealed, boundTo(feed)), StandardCharsets.UTF_8));
    }

    private static byte[] boundTo(Feed feed) {
        return String.join("\n", "crm-cursor", feed.flow(), feed.connection().name(), feed.path())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Timestamp timestamp(Instant time) {
        return time == null ? null : Timestamp.from(time);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.withOffsetSameInstant(ZoneOffset.UTC).toInstant();
    }

    /** Another hub read the same page; its commit counts. */
    static final class MovedMeanwhile extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        MovedMeanwhile() {
            super("Another hub advanced the CRM's cursor meanwhile");
        }
    }
}
