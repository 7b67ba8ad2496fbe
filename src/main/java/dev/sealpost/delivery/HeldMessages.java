package dev.sealpost.delivery;

import dev.sealpost.pause.Pause;
import dev.sealpost.pause.Pauses;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Releases what lifted pauses held, batch by batch, by one hub at a time. What another pause holds too is released and held
 * again by the next claim.
 */
@Component
class HeldMessages implements Sweep {

    /** Waits for rows that a status or another sweep has locked: one that is passed over would be held for ever. */
    private static final String RELEASE =
            """
            UPDATE message SET held = false, reason = NULL WHERE id IN (
                SELECT id FROM message WHERE held AND %s = :key LIMIT :batch FOR UPDATE)
            """;

    private static final String BY_TEMPLATE = RELEASE.formatted("template");
    private static final String BY_COUNTRY = RELEASE.formatted("country");

    private final JdbcClient jdbc;
    private final Pauses pauses;
    private final WakeUp wakeUp;

    HeldMessages(JdbcClient jdbc, Pauses pauses, WakeUp wakeUp) {
        this.jdbc = jdbc;
        this.pauses = pauses;
        this.wakeUp = wakeUp;
    }

    /** One batch of the pause that was lifted first. */
    @Override
    @Transactional
    public boolean sweep() {
        List<Pause> lifted = pauses.unreleased();
        if (lifted.isEmpty()) {
            return false;
        }
        Pause first = lifted.get(0);
        int released = release(first);
        if (released < BATCH) {
            pauses.released(List.of(first));
        }
        wakeUp.afterCommit();
        return true;
    }

    private int release(Pause pause) {
        return switch (pause.scope()) {
            case TEMPLATE -> release(BY_TEMPLATE, pause.key());
            case COUNTRY ->
                release(BY_COUNTRY, pause.key().substring(pause.key().indexOf('/') + 1));
            case SENDER, ACCOUNT -> 0;
        };
    }

    private int release(String sql, String key) {
        return jdbc.sql(sql).param("key", key).param("batch", BATCH).update();
    }
}
