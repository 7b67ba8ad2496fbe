package dev.sealpost.delivery;

import dev.sealpost.database.SqlArrays;
import dev.sealpost.message.SubjectRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds due messages by their sender, and gives them another. */
@Component
class StrandedMessages {

    /** Jumps from sender to sender, however long the queue of each is. */
    private static final String SENDERS =
            """
            WITH RECURSIVE name (sender) AS (
                (SELECT sender FROM message WHERE state = 'QUEUED' AND NOT behind AND NOT held ORDER BY sender LIMIT 1)
                UNION ALL
                SELECT (SELECT m.sender FROM message m
                        WHERE m.state = 'QUEUED' AND NOT m.behind AND NOT m.held AND m.sender > name.sender
                        ORDER BY m.sender LIMIT 1)
                FROM name WHERE name.sender IS NOT NULL)
            SELECT sender FROM name WHERE sender IS NOT NULL
            """;

    private static final String FIND =
            """
            SELECT id, template, purpose, country, subject, sender FROM message
            WHERE state = 'QUEUED' AND NOT behind AND NOT held AND sender = ANY (:senders) AND id > :after
            UNION ALL
            SELECT id, template, purpose, country, subject, sender FROM message
            WHERE state = 'QUEUED' AND sender IS NULL AND id > :after
            ORDER BY id LIMIT :batch
            """;
    private static final String MOVE =
            """
            UPDATE message m SET sender = move.sender
            FROM unnest(:ids, :senders) AS move (id, sender)
            WHERE m.id = move.id AND m.state = 'QUEUED'
            """;

    private final JdbcClient jdbc;

    StrandedMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> sendersWithWork() {
        return jdbc.sql(SENDERS).query(String.class).list();
    }

    /** Those of the senders, and those that have none, in the order of their ids. */
    List<Stranded> find(List<String> senders, UUID after, int atMost) {
        return jdbc.sql(FIND)
                .param("senders", SqlArrays.texts(senders.stream()))
                .param("after", after)
                .param("batch", atMost)
                .query((row, n) -> read(row))
                .list();
    }

    void move(List<Stranded> moving) {
        if (!moving.isEmpty()) {
            jdbc.sql(MOVE)
                    .param("ids", SqlArrays.uuids(moving.stream().map(Stranded::id)))
                    .param("senders", SqlArrays.texts(moving.stream().map(Stranded::sender)))
                    .update();
        }
    }

    private static Stranded read(ResultSet row) throws SQLException {
        return new Stranded(
                row.getObject("id", UUID.class),
                new Outgoing(
                        row.getString("template"),
                        new Destination(
                                row.getString("purpose"),
                                row.getString("country"),
                                new SubjectRef(row.getObject("subject", UUID.class)))),
                row.getString("sender"));
    }
}
