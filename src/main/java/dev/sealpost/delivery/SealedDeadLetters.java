package dev.sealpost.delivery;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditLog;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.message.Uuid7;
import dev.sealpost.vault.HubSeal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Dead letters of events without a known subject, under the hub's key for {@code dead-letter}: one insert for a batch. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SealedDeadLetters implements DeadLetters {

    private static final String INSERT =
            """
            INSERT INTO dead_letter (id, message, flow, reason, content, sealed_for, expires_at)
            SELECT id, message, flow, reason, content, 'hub', now() + make_interval(secs => :retention)
            FROM unnest(:ids, :messages, :flows, :reasons, :contents) AS letter (id, message, flow, reason, content)
            """;

    private final JdbcClient jdbc;
    private final HubSeal seal;
    private final AuditLog audit;
    private final DeliverySettings settings;

    SealedDeadLetters(JdbcClient jdbc, HubSeal seal, AuditLog audit, DeliverySettings settings) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.audit = audit;
        this.settings = settings;
    }

    @Override
    public void store(Collection<DeadEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        List<Letter> letters = events.stream().map(this::sealed).toList();
        jdbc.sql(INSERT)
                .param("retention", settings.deadLetterRetention().toSeconds())
                .param("ids", SqlArrays.uuids(letters.stream().map(Letter::id)))
                .param("messages", SqlArrays.uuids(letters.stream().map(letter -> letter.event
                        .message()
                        .value())))
                .param("flows", SqlArrays.texts(letters.stream().map(letter -> letter.event.flow())))
                .param("reasons", SqlArrays.texts(letters.stream().map(letter -> letter.event
                        .reason()
                        .toString())))
                .param("contents", SqlArrays.bytes(letters.stream().map(Letter::ciphertext)))
                .update();
        audit.append(letters.stream().map(Letter::entry).toList());
    }

    private Letter sealed(DeadEvent event) {
        byte[] ciphertext = seal.forUse("dead-letter").seal(event.raw(), boundTo(event));
        return new Letter(Uuid7.next(), event, ciphertext);
    }

    /** Message and flow: a letter moved to another message or flow does not open. */
    static byte[] boundTo(DeadEvent event) {
        return (event.message() + "\n" + event.flow()).getBytes(StandardCharsets.UTF_8);
    }

    private record Letter(UUID id, DeadEvent event, byte[] ciphertext) {

        AuditRecord entry() {
            return AuditRecord.of(AuditKind.MESSAGE_DEAD_LETTER)
                    .flow(event.flow())
                    .message(event.message())
                    .outcome("dead-letter")
                    .reason(event.reason())
                    .evidence("deadLetter", id)
                    .evidence("sha256", Sha256.hex(ciphertext))
                    .build();
        }
    }
}
