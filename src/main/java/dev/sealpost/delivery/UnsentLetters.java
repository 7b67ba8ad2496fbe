package dev.sealpost.delivery;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.database.SqlArrays;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.Uuid7;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Dead letters of messages that were sealed and will not be sent. The ciphertext moves as it is, still under the subject's key, so
 * that whoever erases the person makes the letter unreadable too.
 */
@Component
class UnsentLetters {

    private static final String INSERT =
            """
            INSERT INTO dead_letter (id, message, flow, subject, purpose, reason, holds, content, sealed_for, expires_at)
            SELECT move.letter, m.id, m.flow, m.subject, m.purpose, move.reason, 'content', m.content, 'subject',
                   now() + :retention * interval '1 s'
            FROM unnest(:letters, :ids, :froms, :attempts, :reasons) AS move (letter, id, froms, attempt, reason)
            JOIN message m ON m.id = move.id
            WHERE m.state = ANY (string_to_array(move.froms, ','))
              AND m.attempts = coalesce(move.attempt, m.attempts)
              AND m.content IS NOT NULL
            FOR UPDATE OF m
            RETURNING id, message, encode(sha256(content), 'hex') AS digest
            """;

    private final JdbcClient jdbc;
    private final DeliverySettings settings;

    UnsentLetters(JdbcClient jdbc, DeliverySettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * Copies the content of those moves that end it, before their states change; locks their rows.
     *
     * @return the audit entries of the letters
     */
    List<AuditRecord> keep(Collection<Move> moves) {
        List<Move> ending = moves.stream().filter(Move::leavesDeadLetter).toList();
        if (ending.isEmpty()) {
            return List.of();
        }
        Map<MessageId, Move> byId =
                ending.stream().collect(toMap(move -> move.message().id(), identity()));
        return jdbc.sql(INSERT)
                .param("retention", settings.deadLetterRetention().toSeconds())
                .param("letters", SqlArrays.uuids(ending.stream().map(move -> Uuid7.next())))
                .param("ids", SqlArrays.uuids(ending.stream().map(move -> move.message()
                        .id()
                        .value())))
                .param("froms", SqlArrays.texts(ending.stream().map(StateTable::froms)))
                .param("attempts", SqlArrays.longs(ending.stream().map(StateTable::attempt)))
                .param("reasons", SqlArrays.texts(ending.stream().map(StateTable::reason)))
                .query((row, n) -> entry(
                        byId.get(new MessageId(row.getObject("message", UUID.class))),
                        row.getObject("id", UUID.class),
                        row.getString("digest")))
                .list();
    }

    /** What was delivered after all needs no dead letter. */
    void drop(Collection<MessageId> delivered) {
        if (!delivered.isEmpty()) {
            jdbc.sql("DELETE FROM dead_letter WHERE message = ANY (:messages)")
                    .param("messages", SqlArrays.uuids(delivered.stream().map(MessageId::value)))
                    .update();
        }
    }

    private static AuditRecord entry(Move move, UUID letter, String digest) {
        return move.message()
                .entry(AuditKind.MESSAGE_DEAD_LETTER)
                .outcome("dead-letter")
                .reason(move.reason())
                .evidence("deadLetter", letter)
                .evidence("sha256", digest)
                .build();
    }
}
