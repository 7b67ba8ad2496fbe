package dev.sealpost.audit;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves entries from {@code audit_pending} into the log, giving them contiguous indexes in the order of their pending ids.
 *
 * <p>Over all hubs one at a time does so: each batch takes an advisory lock that PostgreSQL drops with the transaction, so that
 * a killed hub holds nobody up, and a hub that hangs loses it after {@value #HUNG_AFTER}. What is moved is deleted in the same
 * transaction, and nothing but what is there decides what is next: an entry that commits late is moved late, never lost, and
 * leaves no gap. The entries of one append stay together. Their text never leaves PostgreSQL and is not interpreted, so that none of
 * them can hold up the rest.
 */
class Sequencer {

    /** Any number will do, as long as all hubs use the same and nothing else in the database does. */
    static final long LOCK = 0x5EA1_9057_0A0D_1701L;

    private static final String HUNG_AFTER = "10s";

    private static final String TRY_LOCK =
            "SELECT pg_try_advisory_xact_lock(?) FROM set_config('idle_in_transaction_session_timeout', ?, true)";

    private static final String MAKE_ROOM =
            "SELECT audit_add_partition(next_index >> 20), audit_add_partition((next_index >> 20) + 1) FROM audit_head";

    private static final String MOVE =
            """
            WITH due AS (
                SELECT id, before
                FROM (SELECT id, sum(entries) OVER (ORDER BY id) - entries AS before
                      FROM (SELECT id, entries FROM audit_pending ORDER BY id LIMIT ?) AS first) AS counted
                WHERE before < ?
            ), batch AS (
                DELETE FROM audit_pending WHERE id = ANY (ARRAY(SELECT id FROM due)) RETURNING *
            ), entry AS (
                INSERT INTO audit_entry (index, time, kind, actor, flow, message, subject, run, outcome, json, leaf_hash)
                SELECT next_index + before + line.place - 1, timestamptz 'epoch' + line.time * interval '1 microsecond', line.kind,
                       line.actor, line.flow, line.message, line.subject, line.run, line.outcome, line.json,
                       audit_leaf_hash(convert_to(line.json, 'UTF8'))
                FROM (SELECT * FROM batch JOIN due USING (id) ORDER BY before) AS append
                CROSS JOIN audit_head
                CROSS JOIN LATERAL unnest(append.time, append.kind, append.actor, append.flow, append.message, append.subject,
                                          append.run, append.outcome, append.json)
                    WITH ORDINALITY AS line (time, kind, actor, flow, message, subject, run, outcome, json, place)
                RETURNING index
            ), moved AS (
                SELECT count(*) AS entries FROM entry
            ), head AS (
                UPDATE audit_head SET next_index = next_index + entries FROM moved WHERE entries > 0
            )
            SELECT entries FROM moved""";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final int batch;

    Sequencer(DataSource source, int batch) {
        jdbc = new JdbcTemplate(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        this.batch = batch;
    }

    /** @return how many entries were moved, up to the append that fills the batch; none while another hub is at it */
    int moveBatch() {
        return transaction.execute(tx -> lock() ? move() : 0);
    }

    private boolean lock() {
        return jdbc.queryForObject(TRY_LOCK, Boolean.class, LOCK, HUNG_AFTER);
    }

    private int move() {
        jdbc.execute(MAKE_ROOM);
        return jdbc.queryForObject(MOVE, Integer.class, batch, batch);
    }
}
