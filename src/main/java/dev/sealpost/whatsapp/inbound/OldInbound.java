package dev.sealpost.whatsapp.inbound;

import dev.sealpost.audit.AuditLog;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes what people wrote once it was kept long enough, and says so in the audit where no flow ever took it. */
@Component
class OldInbound {

    private static final int BATCH = 1000;
    private static final String FORGET =
            """
            WITH old AS (DELETE FROM inbound_message WHERE id IN (
                SELECT id FROM inbound_message WHERE kept_until <= now() ORDER BY kept_until LIMIT :batch)
                RETURNING content)
            SELECT count(*) AS deleted, count(content) AS untaken FROM old
            """;

    private final JdbcClient jdbc;
    private final AuditLog audit;

    OldInbound(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** A batch of it, in one transaction. @return whether there may be more */
    @Transactional
    public boolean forget() {
        Deleted deleted = jdbc.sql(FORGET)
                .param("batch", BATCH)
                .query((row, n) -> new Deleted(row.getInt("deleted"), row.getInt("untaken")))
                .single();
        if (deleted.untaken > 0) {
            audit.append(List.of(InboundRecords.expired(deleted.untaken)));
        }
        return deleted.all == BATCH;
    }

    private record Deleted(int all, int untaken) {}
}
