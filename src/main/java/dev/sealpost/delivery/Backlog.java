package dev.sealpost.delivery;

import dev.sealpost.database.SqlArrays;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long the outbox keeps due messages waiting; looked up with the sweeps, by one index look-up for each sender and priority. */
@Component
class Backlog implements Sweep {

    private static final String AGE =
            """
            SELECT coalesce(extract(epoch FROM max(now() - first.due)) * 1000, 0)::bigint
            FROM unnest(:senders) AS open (sender)
            CROSS JOIN generate_series(0, 9) AS level (priority)
            CROSS JOIN LATERAL (
                SELECT next_attempt_at AS due FROM message
                WHERE state = 'QUEUED' AND NOT behind AND NOT held AND sender = open.sender AND priority = level.priority AND next_attempt_at <= now()
                ORDER BY next_attempt_at LIMIT 1
            ) AS first
            """;

    private final JdbcClient jdbc;
    private final Channel channel;
    private volatile Duration age = Duration.ZERO;

    Backlog(JdbcClient jdbc, Channel channel) {
        this.jdbc = jdbc;
        this.channel = channel;
    }

    @Override
    public boolean sweep() {
        age = Duration.ofMillis(jdbc.sql(AGE)
                .param("senders", SqlArrays.texts(channel.senders().stream()))
                .query(Long.class)
                .single());
        return false;
    }

    Duration age() {
        return age;
    }
}
