package dev.sealpost.delivery;

import dev.sealpost.consent.Purpose;
import dev.sealpost.consent.Purposes;
import dev.sealpost.consent.UncertainPolicy;
import dev.sealpost.database.SqlArrays;
import dev.sealpost.message.MessageState;
import dev.sealpost.message.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * No status webhook resolved it within the purpose's window: the purpose says whether it is sent again, which may send it twice, or
 * parked, which may have sent it never. A purpose that is not configured any more parks it at once.
 */
@Component
class UncertainMessages implements Sweep {

    private static final Reason RESEND = Reason.of("resend-after-uncertain", "no status came; the purpose says resend");
    private static final Reason PARK = Reason.of("uncertain", "no status came; the purpose says park");
    private static final Reason UNKNOWN_PURPOSE = Reason.of("unknown-purpose", "it is not configured any more");
    private static final Reason USED_UP =
            Reason.of("attempts-used-up", "no status came, and it may not be tried again");
    private static final Reason TOO_LATE = Reason.of("expired", "no status came before its time to live ended");
    private static final String OVERDUE =
            """
            SELECT m.id, m.flow, m.subject, m.purpose, m.refusals, m.expires_at <= now() AS expired
            FROM message m
            LEFT JOIN unnest(:purposes, :windows) AS known (purpose, window_ms) ON known.purpose = m.purpose
            WHERE m.state = 'UNCERTAIN' AND m.updated_at < now() - coalesce(known.window_ms, 0) * interval '1 ms'
            ORDER BY m.updated_at LIMIT :batch FOR UPDATE OF m SKIP LOCKED
            """;

    private final JdbcClient jdbc;
    private final Moves moves;
    private final Purposes purposes;
    private final RetryPolicy retries;

    UncertainMessages(JdbcClient jdbc, Moves moves, Purposes purposes, RetryPolicy retries) {
        this.jdbc = jdbc;
        this.moves = moves;
        this.purposes = purposes;
        this.retries = retries;
    }

    @Override
    @Transactional
    public boolean sweep() {
        List<Purpose> known = List.copyOf(purposes.byId().values());
        List<Move> overdue = jdbc.sql(OVERDUE)
                .param("purposes", SqlArrays.texts(known.stream().map(Purpose::id)))
                .param("windows", SqlArrays.longs(known.stream().map(purpose -> purpose.uncertainWindow()
                        .toMillis())))
                .param("batch", BATCH)
                .query((row, n) -> decide(row))
                .list();
        moves.apply(overdue);
        return overdue.size() == BATCH;
    }

    private Move decide(ResultSet row) throws SQLException {
        MessageFacts message = MessageFacts.read(row);
        Move.Builder move = Move.of(message, MessageState.UNCERTAIN);
        Optional<Reason> parked = whyParked(message, row.getInt("refusals"), row.getBoolean("expired"));
        return parked.isPresent()
                ? move.to(MessageState.PARKED, parked.get())
                : move.after(Duration.ZERO).to(MessageState.QUEUED, RESEND);
    }

    private Optional<Reason> whyParked(MessageFacts message, int refusals, boolean expired) {
        Optional<Purpose> purpose = purposes.find(message.purpose());
        if (purpose.isEmpty()) {
            return Optional.of(UNKNOWN_PURPOSE);
        }
        if (purpose.get().uncertain() == UncertainPolicy.PARK) {
            return Optional.of(PARK);
        }
        if (expired) {
            return Optional.of(TOO_LATE);
        }
        return retries.attemptsUsedUp(refusals) ? Optional.of(USED_UP) : Optional.empty();
    }
}
