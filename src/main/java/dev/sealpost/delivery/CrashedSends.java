package dev.sealpost.delivery;

import dev.sealpost.message.MessageState;
import dev.sealpost.message.Reason;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * {@code SENDING} for longer than the lease means that the hub that claimed it died, or cannot reach the database: whether it was
 * sent is unknown.
 */
@Component
class CrashedSends implements Sweep {

    private static final Reason CRASHED = Reason.of("crashed", "no outcome within the lease");
    private static final String OVERDUE =
            """
            SELECT id, flow, subject, purpose FROM message
            WHERE state = 'SENDING' AND claimed_at < now() - :lease * interval '1 ms'
            LIMIT :batch FOR UPDATE SKIP LOCKED
            """;

    private final JdbcClient jdbc;
    private final Moves moves;
    private final DeliverySettings settings;

    CrashedSends(JdbcClient jdbc, Moves moves, DeliverySettings settings) {
        this.jdbc = jdbc;
        this.moves = moves;
        this.settings = settings;
    }

    @Override
    @Transactional
    public boolean sweep() {
        List<Move> crashed = jdbc.sql(OVERDUE)
                .param("lease", settings.lease().toMillis())
                .param("batch", BATCH)
                .query((row, n) -> Move.of(MessageFacts.read(row), MessageState.SENDING)
                        .counting(Scope.MESSAGE)
                        .to(MessageState.UNCERTAIN, CRASHED))
                .list();
        moves.apply(crashed);
        return crashed.size() == BATCH;
    }
}
