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
 * <p>Content stays while it may still be sent: after {@code SENT} until the first of {@code DELIVERED}, {@code READ} and {@code
 * FAILED}, at the longest for {@code failure-window}, because until then the channel may say that it failed and may be tried again.
 * Not longer, as {@code DELIVERED} may never come (GDPR article 5(1)(e)), unless the purpose has a retention of its own. What fails or
 * is parked leaves its content to the dead letter.
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
                held = false,
                refusals = m.refusals + CASE WHEN move.counting IN ('MESSAGE', 'MESSAGE_ONCE') THEN 1 ELSE 0 END,
                last_chance = m.last_chance OR coalesce(move.counting = 'MESSAGE_ONCE', false),
                attempts = m.attempts + CASE WHEN move.state = 'SENDING' THEN 1 ELSE 0 END,
                next_attempt_at = CASE WHEN move.state = 'QUEUED' THEN now() + move.delay_ms * interval '1 ms'
                                       ELSE m.next_attempt_at END,
                claimed_at = CASE WHEN move.state = 'SENDING' THEN now() ELSE m.claimed_at END,
                claimed_by = coalesce(move.claimed_by, m.claimed_by),
                content = CASE WHEN move.retention_s = 0 THEN NULL ELSE m.content END,
                content_until = CASE WHEN move.retention_s > 0
                                     THEN coalesce(m.content_until, now() + move.retention_s * interval '1 s') END,
                updated_at = now()
            FROM unnest(:ids, :froms, :attempts, :states, :reasons, :channelIds, :delays, :claimedBy, :retentions, :countings)
                AS move (id, froms, attempt, state, reason, channel_id, delay_ms, claimed_by, retention_s, counting)
            WHERE m.id = move.id
              AND m.state = ANY (string_to_array(move.froms, ','))
              AND m.attempts = coalesce(move.attempt, m.attempts)
            RETURNING m.id
            """;

    private final JdbcClient jdbc;
    private final Purposes purposes;
    private final DeliverySettings settings;

    StateTable(JdbcClient jdbc, Purposes purposes, DeliverySettings settings) {
        this.jdbc = jdbc;
        this.purposes = purposes;
        this.settings = settings;
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
                .param("countings", SqlArrays.texts(moves.stream().map(StateTable::counting)))
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

    private static String counting(Move move) {
        return move.counting() == null ? null : move.counting().name();
    }

    private static Long delay(Move move) {
        return move.delay() == null ? 0 : move.delay().toMillis();
    }

    private Duration purposeRetention(Move move) {
        return purposes.find(move.message().purpose())
                .map(Purpose::contentRetention)
                .orElse(Duration.ZERO);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Long retention(Move move) {
        return switch (move.to()) {
            case QUEUED, SENDING, UNCERTAIN -> null;
            case SENT ->
                longer(purposeRetention(move), settings.failureWindow()).toSeconds();
            case DELIVERED, READ -> purposeRetention(move).toSeconds();
            case REFUSED, RECORDED, BLOCKED, FAILED, PARKED -> 0L;
        };
    }
}
