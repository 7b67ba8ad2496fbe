package dev.sealpost.pause;

import dev.sealpost.message.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A pause as it stands. Holds no personal data.
 *
 * @param code the channel's error code that began it, or null
 * @param until when it ends by itself, or null
 * @param nextProbeAt when it is looked whether it may end, or null if that is a person's decision
 * @param probes how often that was looked at
 */
public record Pause(
        UUID id,
        PauseScope scope,
        String key,
        Reason reason,
        Integer code,
        String by,
        Instant since,
        Instant until,
        Instant nextProbeAt,
        int probes) {

    static final String COLUMNS = "id, scope, key, reason, detail, code, began_by, since, until, next_probe_at, probes";

    /** Some columns, by name. */
    static Pause read(ResultSet row, int number) throws SQLException {
        return new Pause(
                row.getObject("id", UUID.class),
                PauseScope.valueOf(row.getString("scope")),
                row.getString("key"),
                Reason.of(row.getString("reason"), row.getString("detail")),
                row.getObject("code", Integer.class),
                row.getString("began_by"),
                instant(row, "since"),
                instant(row, "until"),
                instant(row, "next_probe_at"),
                row.getInt("probes"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
