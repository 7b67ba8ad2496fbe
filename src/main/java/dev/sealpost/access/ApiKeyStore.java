package dev.sealpost.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of keys. */
@Repository
class ApiKeyStore {
    private final JdbcClient jdbc;

    ApiKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ApiKey> find(KeyHash hash) {
        return jdbc.sql("SELECT id, hash, scopes, flows, expires_at, revoked_at FROM api_key WHERE hash = ?")
                .param(hash.bytes())
                .query((row, number) -> read(row))
                .optional();
    }

    /** @return false if a key with this hash is there already, whatever became of it */
    boolean addIfAbsent(UUID id, String name, KeyHash hash, Set<Scope> scopes, Instant now) {
        String[] names = scopes.stream().map(Scope::wireName).toArray(String[]::new);
        return jdbc.sql(
                                """
                                INSERT INTO api_key (id, name, hash, scopes, created_at) VALUES (?, ?, ?, ?, ?)
                                ON CONFLICT (hash) DO NOTHING
                                """)
                        .params(id, name, hash.bytes(), names, now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Ends all keys of this name but the one with this hash. @return the ids of those it ended */
    List<UUID> revokeOthers(String name, KeyHash hash, Instant now) {
        return jdbc.sql(
                        """
                        UPDATE api_key SET revoked_at = ? WHERE name = ? AND hash <> ? AND revoked_at IS NULL
                        RETURNING id
                        """)
                .params(now.atOffset(ZoneOffset.UTC), name, hash.bytes())
                .query(UUID.class)
                .list();
    }

    private static ApiKey read(ResultSet row) throws SQLException {
        Set<Scope> scopes =
                texts(row.getArray("scopes")).stream().map(Scope::of).collect(Collectors.toSet());
        var caller = new Caller(row.getObject("id", UUID.class), scopes, texts(row.getArray("flows")));
        return new ApiKey(
                new KeyHash(row.getBytes("hash")), caller, instant(row, "expires_at"), instant(row, "revoked_at"));
    }

    private static Set<String> texts(Array array) throws SQLException {
        return array == null
                ? Set.of()
                : Arrays.stream((String[]) array.getArray()).collect(Collectors.toSet());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
