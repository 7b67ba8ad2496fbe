package dev.sealpost.delivery;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.sealpost.consent.Purpose;
import dev.sealpost.consent.Purposes;
import dev.sealpost.database.SqlArrays;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.MessageState;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one statement that changes states.
 *
 * <p>Content stays while it may still be sent. From {@code SENT} on it can never be sent again, so that is when it is deleted, or its
 * retention begins if the purpose has one; waiting for {@code DELIVERED} or {@code READ}, which may never come, would keep it longer
 * than anything needs it (GDPR article 5(1)(e)). What fails or is parked leaves its content to the dead letter.
 */
@Component
class StateTable {

    /** {@code NULL} retention keeps the content as it is, zero deletes it, more keeps it so many seconds longer. */
    private static final String UPDATE =
            """
            UPDATE message m
            SET state = move.state,
                reason = move.reason,
                channel_id = coalesce(move.channel_id, m.channel_id),
                attempts = m.attempts + CASE WHEN move.state = 'SENDING' THEN 1 ELSE 0 END,
                next_attempt_at = CASE WHEN move.state = 'QUEUED' THEN now() + move.delay_ms * interval '1 ms'
                                       ELSE m.next_attempt_at END,
                claimed_at = CASE WHEN move.state = 'SENDING' THEN now() ELSE m.claimed_at END,
                claimed_by = coalesce(move.claimed_by, m.claimed_by),
                content = CASE WHEN move.retention_s = 0 THEN NULL ELSE m.content END,
                content_until = CASE WHEN move.retention_s > 0
                                     THEN coalesce(m.content_until, now() + move.retention_s * interval '1 s') END,
                updated_at = now()
            FROM unnest(:ids, :froms, :attempts, :states, :reasons, :channelIds, :delays, :claimedBy, :retentions)
                AS move (id, froms, attempt, state, reason, channel_id, delay_ms, claimed_by, retention_s)
            WHERE m.id = move.id
              AND m.state = ANY (string_to_array(move.froms, ','))
              AND m.attempts = coalesce(move.attempt, m.attempts)
            RETURNING m.id
            """;

    private final JdbcClient jdbc;
    private final Purposes purposes;

    StateTable(JdbcClient jdbc, Purposes purposes) {
        this.jdbc = jdbc;
        this.purposes = purposes;
    }

    /** @return the messages that were where their move begins */
    Set<MessageId> update(Collection<Move> moves) {
        return jdbc
                .sql(UPDATE)
                .param("ids", SqlArrays.uuids(moves.stream().map(move -> move.message()
                        .id()
                        .value())))
                .param("froms", SqlArrays.texts(moves.stream().map(StateTable::froms)))
                .param("attempts", SqlArrays.longs(moves.stream().map(StateTable::attempt)))
                .param("states", SqlArrays.texts(moves.stream().map(move -> move.to()
                        .name())))
                .param("reasons", SqlArrays.texts(moves.stream().map(StateTable::reason)))
                .param("channelIds", SqlArrays.texts(moves.stream().map(Move::channelId)))
                .param("delays", SqlArrays.longs(moves.stream().map(StateTable::delay)))
                .param("claimedBy", SqlArrays.texts(moves.stream().map(Move::claimedBy)))
                .param("retentions", SqlArrays.longs(moves.stream().map(this::retention)))
                .query((row, n) -> new MessageId(row.getObject(1, UUID.class)))
                .stream()
                .collect(toSet());
    }

    static String froms(Move move) {
        return move.from().stream().map(MessageState::name).collect(joining(","));
    }

    static Long attempt(Move move) {
        return move.attempt() == null ? null : move.attempt().longValue();
    }

    static String reason(Move move) {
        return move.reason() == null ? null : move.reason().toString();
    }

    private static Long delay(Move move) {
        return move.delay() == null ? 0 : move.delay().toMillis();
    }

    private Long retention(Move move) {
        return switch (move.to()) {
            case QUEUED, SENDING, UNCERTAIN -> null;
            case SENT, DELIVERED, READ ->
                purposes.find(move.message().purpose())
                        .map(Purpose::contentRetention)
                        .orElse(Duration.ZERO)
                        .toSeconds();
            case REFUSED, RECORDED, BLOCKED, FAILED, PARKED -> 0L;
        };
    }
}
