package dev.sealpost.delivery;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes dead letters whose time is over. */
@Component
class OldDeadLetters implements Sweep {

    private static final String DELETE =
            """
            DELETE FROM dead_letter WHERE id IN (
                SELECT id FROM dead_letter WHERE expires_at <= now() ORDER BY expires_at LIMIT :batch FOR UPDATE SKIP LOCKED)
            """;

    private final JdbcClient jdbc;

    OldDeadLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public boolean sweep() {
        return jdbc.sql(DELETE).param("batch", BATCH).update() == BATCH;
    }
}
