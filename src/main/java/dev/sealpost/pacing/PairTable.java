package dev.sealpost.pacing;

import dev.sealpost.database.SqlArrays;
import dev.sealpost.database.UuidArray;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.window.Chat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** How fast people are written to, by one sender each. By the database's clock; each statement serves any number of people. */
@Component
class PairTable {

    /** Counts and asks in one, because it is done for every message there is. */
    private static final String TAKE =
            """
            WITH chat AS (
                SELECT c.sender, c.subject, d.until
                FROM unnest(:senders, :subjects) AS c (sender, subject)
                LEFT JOIN person_delay d ON d.sender = c.sender AND d.subject = c.subject AND d.until > now()),
            paced AS (
                INSERT INTO pair_pace AS p (sender, subject, tat)
                SELECT sender, subject, now() + :every * interval '1 ms' FROM chat WHERE until IS NULL ORDER BY sender, subject
                ON CONFLICT (sender, subject) DO UPDATE SET tat = greatest(p.tat, now()) + :every * interval '1 ms'
                WHERE p.tat <= now() + :depth * interval '1 ms'
                RETURNING sender, subject)
            SELECT sender, subject, until IS NOT NULL AS delayed,
                   coalesce(until, (SELECT p.tat - :depth * interval '1 ms' FROM pair_pace p
                                    WHERE p.sender = chat.sender AND p.subject = chat.subject), now()) AS until
            FROM chat
            WHERE NOT EXISTS (SELECT 1 FROM paced WHERE paced.sender = chat.sender AND paced.subject = chat.subject)
            """;

    /** The n-th time in a row 4^n seconds. A message that got through since the last one ended the row. */
    private static final String DELAY =
            """
            INSERT INTO person_delay AS d (sender, subject, strikes, until)
            SELECT sender, subject, 1, clock_timestamp() + interval '4 s'
            FROM (SELECT DISTINCT * FROM unnest(:senders, :subjects) AS chat (sender, subject)) AS refused
            ORDER BY sender, subject
            ON CONFLICT (sender, subject) DO UPDATE SET (strikes, until) = (
                SELECT row.strikes, clock_timestamp() + pow(4, row.strikes) * interval '1 s'
                FROM (SELECT CASE WHEN EXISTS (
                                 SELECT 1 FROM message m
                                 WHERE m.subject = d.subject AND m.sender = d.sender
                                   AND m.state IN ('SENT', 'DELIVERED', 'READ') AND m.updated_at > d.until)
                             THEN 1 ELSE least(d.strikes + 1, :most) END AS strikes) AS row)
            WHERE d.until <= clock_timestamp()
            """;

    private static final String FORGET_PAIRS = "DELETE FROM pair_pace WHERE tat < now()";
    private static final String FORGET_DELAYS = "DELETE FROM person_delay WHERE until < now() - interval '1 day'";
    private static final int MOST_STRIKES = 6;

    private final JdbcClient jdbc;
    private final PacingSettings.Pair settings;

    PairTable(JdbcClient jdbc, PacingSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings.pair();
    }

    /** Counts a message to each of them who may get one now. @return until when the others have to wait */
    Map<Chat, PairWait> take(Collection<Chat> chats) {
        return of(TAKE, chats)
                .param("every", settings.every().toMillis())
                .param("depth", settings.every().toMillis() * (settings.burst() - 1))
                .query((row, n) -> read(row))
                .stream()
                .collect(Collectors.toMap(PairWait::chat, wait -> wait));
    }

    /** Meta asked to wait. Asked again about a person who waits already, nothing changes. */
    void delay(Collection<Chat> chats) {
        of(DELAY, chats).param("most", MOST_STRIKES).update();
    }

    void forget() {
        List.of(FORGET_PAIRS, FORGET_DELAYS).forEach(sql -> jdbc.sql(sql).update());
    }

    private JdbcClient.StatementSpec of(String sql, Collection<Chat> chats) {
        SqlArrayValue senders = SqlArrays.texts(chats.stream().map(Chat::sender));
        UuidArray subjects =
                SqlArrays.uuids(chats.stream().map(chat -> chat.subject().value()));
        return jdbc.sql(sql).param("senders", senders).param("subjects", subjects);
    }

    private static PairWait read(ResultSet row) throws SQLException {
        Instant until = row.getObject("until", OffsetDateTime.class).toInstant();
        var chat = new Chat(row.getString("sender"), new SubjectRef(row.getObject("subject", UUID.class)));
        return new PairWait(chat, until, row.getBoolean("delayed"));
    }
}
