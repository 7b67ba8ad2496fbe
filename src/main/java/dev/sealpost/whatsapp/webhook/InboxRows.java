package dev.sealpost.whatsapp.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table of waiting webhooks. Every method is one statement and takes part in the caller's transaction. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class InboxRows {

    /** In one order, so that two batches with the same webhooks in them do not wait for each other in a circle. */
    private static final String INSERT =
            """
            INSERT INTO webhook_inbox (content, digest)
            SELECT content, digest FROM unnest(:contents, :digests) AS webhook (content, digest)
            ORDER BY digest
            ON CONFLICT (digest) DO NOTHING
            """;

    private static final String CLAIM =
            """
            WITH due AS (
                SELECT id, octet_length(content) AS size
                FROM webhook_inbox WHERE next_attempt_at <= now()
                ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED),
            fitting AS (SELECT id, sum(size) OVER (ORDER BY id) - size AS before FROM due)
            SELECT row.id, row.received_at, row.content, row.digest, row.attempts
            FROM webhook_inbox AS row JOIN fitting USING (id)
            WHERE fitting.before < :bytes ORDER BY row.id
            """;

    private static final String CLAIM_ONE =
            """
            SELECT id, received_at, content, digest, attempts FROM webhook_inbox WHERE id = :id
            FOR UPDATE SKIP LOCKED
            """;

    private static final String STEP_ASIDE =
            """
            UPDATE webhook_inbox SET attempts = attempts + 1,
                next_attempt_at = now() + make_interval(secs => power(4, least(attempts + 1, 5)))
            WHERE id = :id
            """;

    private final JdbcClient jdbc;

    InboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What waits already, byte for byte, is left out. */
    void insert(Collection<SealedWebhook> webhooks) {
        jdbc.sql(INSERT)
                .param(
                        "contents",
                        bytes(webhooks.stream().map(SealedWebhook::content).toArray(byte[][]::new)))
                .param(
                        "digests",
                        bytes(webhooks.stream().map(SealedWebhook::digest).toArray(byte[][]::new)))
                .update();
    }

    /**
     * The oldest rows that are due and no other hub holds, locked until the transaction ends.
     *
     * @param bytes how much sealed content may be read; one row may exceed it
     */
    List<InboxRow> claim(int most, int bytes) {
        return jdbc.sql(CLAIM)
                .param("most", most)
                .param("bytes", bytes)
                .query((row, number) -> read(row))
                .list();
    }

    Optional<InboxRow> claim(long id) {
        return jdbc.sql(CLAIM_ONE)
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Counts a failed attempt; the next one comes after 4 s, then 16 s, up to 17 minutes */
    void stepAside(long id) {
        jdbc.sql(STEP_ASIDE).param("id", id).update();
    }

    void delete(Collection<InboxRow> rows) {
        Object[] ids = rows.stream().map(InboxRow::id).toArray();
        jdbc.sql("DELETE FROM webhook_inbox WHERE id = ANY(:ids)")
                .param("ids", new SqlArrayValue("bigint", ids))
                .update();
    }

    private static SqlArrayValue bytes(byte[][] values) {
        return new SqlArrayValue("bytea", (Object[]) values);
    }

    private static InboxRow read(ResultSet row) throws SQLException {
        return new InboxRow(
                row.getLong("id"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getBytes("content"),
                row.getBytes("digest"),
                row.getInt("attempts"));
    }
}
