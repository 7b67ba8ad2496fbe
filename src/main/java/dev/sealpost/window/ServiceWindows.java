package dev.sealpost.window;

import dev.sealpost.database.SqlArrays;
import dev.sealpost.message.SubjectRef;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The customer service windows of the Cloud API: a person who wrote may be written to freely for 24 hours, by the number they wrote
 * to (<a href="https://developers.facebook.com/docs/whatsapp/pricing">Pricing, customer service windows</a>). Takes part in the
 * caller's transaction.
 */
@Component
public class ServiceWindows {

    public static final Duration LENGTH = Duration.ofHours(24);

    private static final String OPEN =
            """
            INSERT INTO service_window (sender, subject, until)
            SELECT sender, subject, max(until) FROM unnest(:senders, :subjects, :untils) AS heard (sender, subject, until)
            WHERE until > now()
            GROUP BY sender, subject
            ORDER BY sender, subject
            ON CONFLICT (sender, subject) DO UPDATE SET until = excluded.until
            WHERE service_window.until < excluded.until
            """;
    private static final String READ =
            """
            SELECT w.sender, w.subject, w.until
            FROM unnest(:senders, :subjects) AS chat (sender, subject)
            JOIN service_window w USING (sender, subject)
            WHERE w.until > now()
            """;

    private final JdbcClient jdbc;

    ServiceWindows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The person wrote. Messages that come out of order, or long after they were written, do not open it longer.
     *
     * @param written when, by the channel's clock; the future counts as now
     */
    public void opened(Map<Chat, Instant> written) {
        if (written.isEmpty()) {
            return;
        }
        Instant now = Instant.now();
        jdbc.sql(OPEN)
                .param("senders", SqlArrays.texts(written.keySet().stream().map(Chat::sender)))
                .param("subjects", SqlArrays.uuids(written.keySet().stream().map(chat -> chat.subject()
                        .value())))
                .param("untils", SqlArrays.instants(written.values().stream().map(at -> (at.isAfter(now) ? now : at)
                        .plus(LENGTH))))
                .update();
    }

    /** The ends of those that are open; one query. */
    public Map<Chat, Instant> openUntil(Collection<Chat> chats) {
        if (chats.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(READ)
                .param("senders", SqlArrays.texts(chats.stream().map(Chat::sender)))
                .param("subjects", SqlArrays.uuids(chats.stream().map(chat -> chat.subject()
                        .value())))
                .query((row, n) -> Map.entry(
                        new Chat(row.getString("sender"), new SubjectRef(row.getObject("subject", UUID.class))),
                        row.getObject("until", OffsetDateTime.class).toInstant()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Deletes what is over. @return how many */
    public int forgetOver() {
        return jdbc.sql("DELETE FROM service_window WHERE until <= now()").update();
    }
}
