package dev.sealpost.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Asks the database, since any hub may be the one that sequences. */
@Component
class StoredLedger implements Ledger {

    private static final String STATUS =
            """
            SELECT (SELECT coalesce(sum(entries), 0) FROM (SELECT entries FROM audit_pending LIMIT 100000) AS counted) AS waiting,
                   coalesce((SELECT extract(epoch FROM clock_timestamp() - appended_at) * 1000 FROM audit_pending
                             ORDER BY id LIMIT 1), 0)::bigint AS lag_millis,
                   next_index - 1 AS last_index
            FROM audit_head""";

    private final JdbcTemplate jdbc;
    private final SequencerLoop loop;

    StoredLedger(JdbcTemplate jdbc, SequencerLoop loop) {
        this.jdbc = jdbc;
        this.loop = loop;
    }

    @Override
    public LedgerStatus status() {
        try {
            return jdbc.queryForObject(STATUS, (row, number) -> status(row));
        } catch (DataAccessException e) {
            return LedgerStatus.unknown(e);
        }
    }

    private LedgerStatus status(ResultSet row) throws SQLException {
        Duration lag = Duration.ofMillis(row.getLong("lag_millis"));
        return new LedgerStatus(true, row.getLong("waiting"), lag, row.getLong("last_index"), loop.lastError());
    }
}
