package dev.sealpost.pacing;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The token buckets of the numbers. Each statement is a transaction of its own unless the caller has one. */
@Component
class NumberTable {

    /** Expressions over the row only, so that a hub that waited for another sees what that one left. */
    private static final String LEASE =
            """
            UPDATE number_pace p SET (tokens, granted, refilled_at) = (
                SELECT filled.tokens - lease.count, lease.count, clock.at
                FROM (SELECT clock_timestamp() AS at) AS clock
                CROSS JOIN LATERAL (
                    SELECT least(:rate, p.slowed_to + :recovery * extract(epoch FROM clock.at - p.slowed_at)) AS rate) AS pace
                CROSS JOIN LATERAL (
                    SELECT least(greatest(1, pace.rate * :depth),
                                 p.tokens + pace.rate * greatest(0, extract(epoch FROM clock.at - p.refilled_at))) - :spent
                           AS tokens) AS filled
                CROSS JOIN LATERAL (SELECT greatest(0, least(:asked, floor(filled.tokens)))::integer AS count) AS lease)
            WHERE sender = :sender
            RETURNING granted
            """;

    private static final String ADD = "INSERT INTO number_pace (sender) VALUES (:sender) ON CONFLICT DO NOTHING";

    /** Once for all the refusals of one burst. */
    private static final String SLOW =
            """
            UPDATE number_pace
            SET slowed_to = greatest(1, least(:rate, slowed_to + :recovery * extract(epoch FROM clock_timestamp() - slowed_at)) / 2),
                slowed_at = clock_timestamp()
            WHERE sender = :sender AND (slowed_at IS NULL OR slowed_at < clock_timestamp() - make_interval(secs => :once))
            RETURNING slowed_to
            """;

    private static final String RATE =
            """
            SELECT least(:rate, slowed_to + :recovery * extract(epoch FROM clock_timestamp() - slowed_at))
            FROM number_pace WHERE sender = :sender
            """;

    private static final Duration ONCE = Duration.ofSeconds(2);

    private final JdbcClient jdbc;

    NumberTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param spent what went by the number otherwise (inbound messages) @return how many of those asked for */
    int lease(NumberRate number, int asked, int spent) {
        List<Integer> granted = leaseOnce(number, asked, spent);
        if (granted.isEmpty()) {
            jdbc.sql(ADD).param("sender", number.sender()).update();
            granted = leaseOnce(number, asked, spent);
        }
        return granted.get(0);
    }

    private List<Integer> leaseOnce(NumberRate number, int asked, int spent) {
        return of(LEASE, number)
                .param("depth", number.depthSeconds())
                .param("asked", asked)
                .param("spent", spent)
                .query(Integer.class)
                .list();
    }

    /** Halves the rate, unless that was done just now. @return the messages a second from now on, or empty */
    List<Double> slow(NumberRate number) {
        jdbc.sql(ADD).param("sender", number.sender()).update();
        return of(SLOW, number)
                .param("once", ONCE.toSeconds())
                .query(Double.class)
                .list();
    }

    /** Messages a second now. */
    double rate(NumberRate number) {
        return of(RATE, number).query(Double.class).optional().orElse(number.perSecond());
    }

    private JdbcClient.StatementSpec of(String sql, NumberRate number) {
        return jdbc.sql(sql)
                .param("sender", number.sender())
                .param("rate", number.perSecond())
                .param("recovery", number.recoveryPerSecond());
    }
}
