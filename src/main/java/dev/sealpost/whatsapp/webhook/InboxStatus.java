package dev.sealpost.whatsapp.webhook;

import dev.sealpost.whatsapp.WebhookStatus;
import dev.sealpost.whatsapp.Webhooks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the database what waits, since any hub may handle it. */
@Component
class InboxStatus implements Webhooks {

    private static final String STATUS =
            """
            SELECT (SELECT count(*) FROM (SELECT FROM webhook_inbox LIMIT 100000) AS counted) AS waiting,
                   coalesce((SELECT extract(epoch FROM clock_timestamp() - received_at) * 1000 FROM webhook_inbox
                             ORDER BY id LIMIT 1), 0)::bigint AS oldest_millis""";

    private final JdbcClient jdbc;
    private final List<StoringThread> storing;
    private final HandlingThread handling;

    InboxStatus(JdbcClient jdbc, List<StoringThread> storing, HandlingThread handling) {
        this.jdbc = jdbc;
        this.storing = storing;
        this.handling = handling;
    }

    @Override
    public WebhookStatus status() {
        try {
            return jdbc.sql(STATUS).query((row, number) -> status(row)).single();
        } catch (DataAccessException unanswered) {
            return status(false, -1, Duration.ofSeconds(-1));
        }
    }

    private WebhookStatus status(ResultSet row) throws SQLException {
        return status(true, row.getLong("waiting"), Duration.ofMillis(row.getLong("oldest_millis")));
    }

    private WebhookStatus status(boolean answering, long waiting, Duration oldest) {
        return new WebhookStatus(
                answering, waiting, oldest, storing.stream().allMatch(StoringThread::isAlive), handling.isAlive());
    }
}
