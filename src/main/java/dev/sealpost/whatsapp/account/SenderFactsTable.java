package dev.sealpost.whatsapp.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The facts of all hubs, by phone number id. Which of them asks Meta, and when, is decided here by the database's clock: whoever is
 * first moves the time on before it asks, so that one that dies while asking is followed by another.
 */
@Component
class SenderFactsTable {

    private static final String DUE =
            """
            UPDATE sender_check SET next_at = now() + :lease * interval '1 ms' WHERE phone_number_id = (
                SELECT phone_number_id FROM sender_check WHERE phone_number_id = ANY(:ids) AND next_at <= now()
                ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING phone_number_id
            """;

    private static final String SOON =
            """
            INSERT INTO sender_check (phone_number_id) SELECT unnest(:ids)
            ON CONFLICT (phone_number_id) DO UPDATE SET next_at = least(sender_check.next_at, now())
            """;

    private static final String SAVE =
            """
            UPDATE sender_check SET region = :region, region_read_at = :regionReadAt, region_fault = :regionFault,
                token_read_at = :tokenReadAt, token_expires_at = :expires, token_data_expires_at = :dataExpires,
                token_fault = :tokenFault, token_warning = :tokenWarning, standing = :standing,
                next_at = now() + :wait * interval '1 ms'
            WHERE phone_number_id = :id
            """;

    private final JdbcClient jdbc;

    SenderFactsTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From now on these are known, and due. */
    void askSoon(Collection<String> ids) {
        jdbc.sql(SOON).param("ids", ids.toArray(String[]::new)).update();
    }

    /** @return one of these that nobody else asks about within the lease */
    Optional<String> claimDue(Collection<String> ids, Duration lease) {
        return jdbc.sql(DUE)
                .param("ids", ids.toArray(String[]::new))
                .param("lease", lease.toMillis())
                .query(String.class)
                .optional();
    }

    Map<String, SenderFacts> all() {
        Map<String, SenderFacts> all = new HashMap<>();
        jdbc.sql("SELECT * FROM sender_check").query(row -> {
            all.put(row.getString("phone_number_id"), facts(row));
        });
        return all;
    }

    SenderFacts of(String id) {
        return one("SELECT * FROM sender_check WHERE phone_number_id = ?", id);
    }

    /** Within the caller's transaction, which has the row from here on. */
    SenderFacts lock(String id) {
        return one("SELECT * FROM sender_check WHERE phone_number_id = ? FOR UPDATE", id);
    }

    private SenderFacts one(String sql, String id) {
        return jdbc.sql(sql).param(id).query((row, n) -> facts(row)).optional().orElse(SenderFacts.NONE);
    }

    /** @param wait until it is due again */
    void save(String id, SenderFacts facts, Duration wait) {
        jdbc.sql(SAVE)
                .param("id", id)
                .param("region", facts.storage().region())
                .param("regionReadAt", timestamp(facts.storage().readAt()))
                .param("regionFault", facts.storage().fault())
                .param("tokenReadAt", timestamp(facts.token().readAt()))
                .param("expires", timestamp(facts.token().expires()))
                .param("dataExpires", timestamp(facts.token().dataAccessExpires()))
                .param("tokenFault", facts.token().fault())
                .param("tokenWarning", facts.token().warning())
                .param("standing", facts.standing())
                .param("wait", wait.toMillis())
                .update();
    }

    private static SenderFacts facts(ResultSet row) throws SQLException {
        return new SenderFacts(
                new SenderFacts.Storage(
                        row.getString("region"), instant(row, "region_read_at"), row.getString("region_fault")),
                new SenderFacts.Token(
                        instant(row, "token_read_at"),
                        instant(row, "token_expires_at"),
                        instant(row, "token_data_expires_at"),
                        row.getString("token_fault"),
                        row.getString("token_warning")),
                row.getInt("token_generation"),
                row.getString("standing"));
    }

    /** It is another one: what is known about it counts no more. */
    void forgetToken(String id) {
        jdbc.sql(
                        """
                        UPDATE sender_check SET token_read_at = NULL, token_expires_at = NULL, token_data_expires_at = NULL,
                            token_fault = NULL, token_warning = NULL, token_generation = token_generation + 1 WHERE phone_number_id = ?
                        """)
                .param(id)
                .update();
    }

    private static Timestamp timestamp(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
