package dev.sealpost.delivery;

import dev.sealpost.database.SqlArrays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what is due. First it locks, skipping what other hubs have locked; then, in a statement of its own that sees everything
 * committed before the locks were taken, it asks whose turn it is. Asked in one statement, two hubs could both see a past in which
 * it is their message's turn.
 */
@Component
class Candidates {

    private static final int FIRST = 0;
    private static final int LAST = 9;

    /**
     * A look into each sender's priorities, each from its first due message on: never steps over messages that wait. The senders are
     * looked at in the order given.
     */
    private static final String LOCK =
            """
            SELECT ready.id, open.sender
            FROM unnest(:senders, :limits) AS open (sender, most)
            CROSS JOIN LATERAL (
                SELECT due.id
                FROM generate_series(:first, :last) AS level (priority)
                CROSS JOIN LATERAL (
                    SELECT id FROM message
                    WHERE state = 'QUEUED' AND NOT behind AND NOT held
                      AND sender = open.sender AND priority = level.priority AND next_attempt_at <= now()
                    ORDER BY next_attempt_at, id
                    LIMIT open.most
                    FOR UPDATE SKIP LOCKED
                ) AS due
                LIMIT open.most
            ) AS ready
            LIMIT :atMost
            """;

    private static final String READ =
            """
            SELECT m.id, m.flow, m.subject, m.purpose, m.template, m.sender, m.country, m.content, m.attempts, m.refusals, m.last_chance,
                   m.expires_at,
                   m.expires_at <= now() AS expired,
                   coalesce((SELECT e.id FROM message e WHERE e.subject = m.subject AND e.state = 'SENDING'),
                            (SELECT e.id FROM message e
                             WHERE e.subject = m.subject AND e.state = 'QUEUED' AND NOT e.held
                               AND (e.priority, e.id) < (m.priority, m.id)
                             ORDER BY e.priority, e.id LIMIT 1)) AS blocker
            FROM message m
            WHERE m.id = ANY (:ids)
            ORDER BY m.priority, m.id
            """;

    private final JdbcClient jdbc;

    Candidates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Due messages, locked until the end of the caller's transaction; by priority, then by id. Those that are urgent first, whichever
     * their sender.
     */
    List<Candidate> lock(Allowance allowance) {
        List<Due> urgent = lock(allowance.limits(), FIRST, allowance.lastUrgent(), allowance.places());
        Allowance rest = allowance.ordinary(urgent);
        List<Due> due = new ArrayList<>(urgent);
        due.addAll(lock(rest.limits(), allowance.lastUrgent() + 1, LAST, rest.places()));
        if (due.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(READ)
                .param("ids", SqlArrays.uuids(due.stream().map(Due::id)))
                .query(Candidates::read)
                .list();
    }

    private List<Due> lock(Map<String, Integer> limits, int first, int last, int atMost) {
        if (atMost == 0 || limits.isEmpty() || first > last) {
            return List.of();
        }
        List<String> senders = new ArrayList<>(limits.keySet());
        Collections.shuffle(senders);
        return jdbc.sql(LOCK)
                .param("senders", SqlArrays.texts(senders.stream()))
                .param("limits", SqlArrays.longs(senders.stream().map(sender -> (long) limits.get(sender))))
                .param("first", first)
                .param("last", last)
                .param("atMost", atMost)
                .query((row, n) -> new Due(row.getObject("id", UUID.class), row.getString("sender")))
                .list();
    }

    private static Candidate read(ResultSet row, int number) throws SQLException {
        return new Candidate(
                MessageFacts.read(row),
                row.getString("template"),
                row.getString("sender"),
                row.getString("country"),
                row.getBytes("content"),
                row.getInt("attempts"),
                Refusals.read(row),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("expired"),
                row.getObject("blocker", UUID.class),
                null);
    }
}
