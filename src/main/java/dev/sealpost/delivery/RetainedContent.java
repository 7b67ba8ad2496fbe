package dev.sealpost.delivery;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes content whose purpose kept it for a while, once that is over. */
@Component
class RetainedContent implements Sweep {

    private static final String DELETE =
            """
            UPDATE message SET content = NULL, content_until = NULL WHERE id IN (
                SELECT id FROM message WHERE content_until <= now() ORDER BY content_until LIMIT :batch FOR UPDATE SKIP LOCKED)
            """;

    private final JdbcClient jdbc;

    RetainedContent(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public boolean sweep() {
        return jdbc.sql(DELETE).param("batch", BATCH).update() == BATCH;
    }
}
