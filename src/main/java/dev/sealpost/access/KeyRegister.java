package dev.sealpost.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The table of keys, as those who grant and revoke see it. */
@Repository
class KeyRegister {
    private static final int LOCK = "access-keys".hashCode();
    private static final String COLUMNS = "id, name, scopes, flows, created_at, expires_at, revoked_at";

    /** Keys that reach beyond the caller's flows are not the caller's to see or end. */
    private static final String WITHIN = " AND (cardinality(:flows) = 0 OR flows <@ :flows)";

    private final JdbcClient jdbc;

    KeyRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, KeyHash hash, KeyGrant grant, Instant now) {
        Set<String> flows = grant.flowSet();
        Instant end = grant.end(now);
        jdbc.sql(
                        """
                        INSERT INTO api_key (id, name, hash, scopes, flows, created_at, expires_at)
                        VALUES (:id, :name, :hash, :scopes, :flows, :now, :end)
                        """)
                .param("id", id)
                .param("name", grant.name())
                .param("hash", hash.bytes())
                .param(
                        "scopes",
                        texts(grant.scopeSet().stream().map(Scope::wireName).toList()))
                .param("flows", flows.isEmpty() ? null : texts(flows))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("end", end == null ? null : end.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** In the order in which they were made; ids are time-ordered. */
    List<KeyView> after(UUID cursor, int most, Caller caller) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM api_key WHERE id > :after" + WITHIN + " ORDER BY id LIMIT :most")
                .param("after", cursor)
                .param("flows", texts(caller.flows()))
                .param("most", most)
                .query((row, number) -> read(row))
                .list();
    }

    Optional<KeyView> find(UUID id, Caller caller) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM api_key WHERE id = :id" + WITHIN)
                .param("id", id)
                .param("flows", texts(caller.flows()))
                .query((row, number) -> read(row))
                .optional();
    }

    void revoke(UUID id, Instant now) {
        jdbc.sql("UPDATE api_key SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Until the end of the transaction no other key is revoked, so that two cannot be each other's last. */
    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(LOCK).query(rows -> {});
    }

    /** Whether another key could still grant keys for every flow. */
    boolean hasOtherAdmin(UUID than, Instant now) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM api_key WHERE id <> :id AND 'keys:admin' = ANY (scopes) AND flows IS NULL
                            AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > :now))
                        """)
                .param("id", than)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    private static KeyView read(ResultSet row) throws SQLException {
        Instant expiresAt = instant(row, "expires_at");
        Instant revokedAt = instant(row, "revoked_at");
        return new KeyView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                texts(row.getArray("scopes")),
                texts(row.getArray("flows")),
                instant(row, "created_at"),
                expiresAt,
                revokedAt,
                KeyView.state(expiresAt, revokedAt, Instant.now()));
    }

    private static SqlArrayValue texts(Collection<String> values) {
        return new SqlArrayValue("text", values.toArray());
    }

    private static List<String> texts(Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
