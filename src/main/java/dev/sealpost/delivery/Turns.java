package dev.sealpost.delivery;

import dev.sealpost.database.SqlArrays;
import dev.sealpost.message.SubjectRef;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One person's messages go one at a time, by priority and then by id. The claim sets those aside that wait behind another
 * ({@code behind}), so that it need not step over them again; whoever ends a turn passes it on to the first of the queue.
 *
 * <p>Nothing is forgotten: a message is set aside only while the claim holds a lock on the one it waits for, which goes first. That
 * one's turn can end only afterwards, in a transaction that sees the message that was set aside.
 */
@Component
class Turns {

    /** Asks again, under the lock, whether the other still goes first: it may have been refused and queued again meanwhile. */
    private static final String LOCK =
            """
            SELECT waiting.id
            FROM unnest(:waiting, :blockers) AS waiting (id, blocker)
            JOIN message m ON m.id = waiting.id
            JOIN message e ON e.id = waiting.blocker
            WHERE e.state = 'SENDING' OR (e.state = 'QUEUED' AND NOT e.held AND (e.priority, e.id) < (m.priority, m.id))
            ORDER BY e.id
            FOR SHARE OF e SKIP LOCKED
            """;

    private static final String SET_ASIDE = "UPDATE message SET behind = true WHERE id = ANY (:ids)";

    private static final String PASS_ON =
            """
            UPDATE message SET behind = false
            WHERE behind AND id IN (
                SELECT first.id
                FROM unnest(:subjects) AS person (subject)
                CROSS JOIN LATERAL (
                    SELECT id FROM message WHERE subject = person.subject AND state = 'QUEUED' AND NOT held
                    ORDER BY priority, id LIMIT 1
                ) AS first)
            """;

    private final JdbcClient jdbc;

    Turns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sets candidates aside, except where the message they wait for is just being changed by somebody else. */
    void setAside(Collection<Candidate> waiting) {
        if (waiting.isEmpty()) {
            return;
        }
        List<UUID> behind = jdbc.sql(LOCK)
                .param(
                        "waiting",
                        SqlArrays.uuids(waiting.stream()
                                .map(candidate -> candidate.message().id().value())))
                .param("blockers", SqlArrays.uuids(waiting.stream().map(Candidate::blocker)))
                .query(UUID.class)
                .list();
        jdbc.sql(SET_ASIDE).param("ids", SqlArrays.uuids(behind.stream())).update();
    }

    /** @param subjects whose message has just left {@code QUEUED} or {@code SENDING}, or went back to {@code QUEUED} */
    void passOn(Collection<SubjectRef> subjects) {
        if (!subjects.isEmpty()) {
            jdbc.sql(PASS_ON)
                    .param("subjects", SqlArrays.uuids(subjects.stream().map(SubjectRef::value)))
                    .update();
        }
    }
}
