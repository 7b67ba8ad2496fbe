package dev.sealpost.delivery;

import dev.sealpost.message.MessageState;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Queued messages fail when their time to live ends, also while nothing is claimed. */
@Component
class ExpiredMessages implements Sweep {

    private static final String EXPIRED =
            """
            SELECT id, flow, subject, purpose FROM message
            WHERE state = 'QUEUED' AND expires_at <= now()
            ORDER BY expires_at LIMIT :batch FOR UPDATE SKIP LOCKED
            """;

    private final JdbcClient jdbc;
    private final Moves moves;

    ExpiredMessages(JdbcClient jdbc, Moves moves) {
        this.jdbc = jdbc;
        this.moves = moves;
    }

    @Override
    @Transactional
    public boolean sweep() {
        List<Move> expired = jdbc.sql(EXPIRED)
                .param("batch", BATCH)
                .query((row, n) ->
                        Move.of(MessageFacts.read(row), MessageState.QUEUED).to(MessageState.FAILED, LastCheck.EXPIRED))
                .list();
        moves.apply(expired);
        return expired.size() == BATCH;
    }
}
