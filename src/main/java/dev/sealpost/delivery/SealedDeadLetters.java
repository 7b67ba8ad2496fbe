package dev.sealpost.delivery;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditLog;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.database.SqlArrays;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.Uuid7;
import dev.sealpost.vault.DataKey;
import dev.sealpost.vault.HubSeal;
import dev.sealpost.vault.SealBroken;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Dead letters of events as they came in, under the key of the person they are about if it is known and works, else under the hub's
 * key for {@code dead-letter}; one insert for a batch. A person's key that is broken is recorded, and holds up nobody's letter.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SealedDeadLetters implements DeadLetters {

    private static final String INSERT =
            """
            INSERT INTO dead_letter (id, message, flow, subject, reason, holds, content, sealed_for, verified_by, expires_at)
            SELECT id, message, flow, subject, reason, 'event', content, sealed_for, verified_by,
                   now() + :retention * interval '1 s'
            FROM unnest(:ids, :messages, :flows, :subjects, :reasons, :contents, :keys, :signers)
                AS letter (id, message, flow, subject, reason, content, sealed_for, verified_by)
            """;

    private static final Logger log = LoggerFactory.getLogger(SealedDeadLetters.class);

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
                .param("messages", SqlArrays.uuids(letters.stream().map(Letter::message)))
                .param("flows", SqlArrays.texts(letters.stream().map(letter -> letter.event.flow())))
                .param("subjects", SqlArrays.uuids(letters.stream().map(Letter::subject)))
                .param("reasons", SqlArrays.texts(letters.stream().map(Letter::reason)))
                .param("contents", SqlArrays.bytes(letters.stream().map(Letter::ciphertext)))
                .param("keys", SqlArrays.texts(letters.stream().map(Letter::sealedFor)))
                .param("signers", SqlArrays.texts(letters.stream().map(letter -> letter.event.verifiedBy())))
                .update();
        audit.append(letters.stream().flatMap(Letter::entries).toList());
    }

    private Letter sealed(DeadEvent event) {
        if (event.key() == null) {
            return underHubKey(event);
        }
        try {
            return new Letter(Uuid7.next(), event, event.key().seal(event.raw(), boundTo(event)), "subject");
        } catch (SealBroken broken) {
            log.error("{}: the person's key is broken; its dead letter is sealed under the hub's", event);
            return underHubKey(event);
        }
    }

    private Letter underHubKey(DeadEvent event) {
        DataKey key = seal.forUse("dead-letter");
        return new Letter(Uuid7.next(), event, key.seal(event.raw(), boundTo(event)), "hub");
    }

    /** Message and flow: a letter moved to another message or flow does not open. */
    static byte[] boundTo(MessageId message, String flow) {
        return ("dead-letter\n" + message + "\n" + flow).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] boundTo(DeadEvent event) {
        return boundTo(event.message(), event.flow());
    }

    private record Letter(UUID id, DeadEvent event, byte[] ciphertext, String sealedFor) {

        UUID message() {
            return event.message().value();
        }

        UUID subject() {
            return event.subject() == null ? null : event.subject().value();
        }

        String reason() {
            return event.reason().toString();
        }

        Stream<AuditRecord> entries() {
            return keyIsBroken() ? Stream.of(brokenKey(), deadLetter()) : Stream.of(deadLetter());
        }

        private boolean keyIsBroken() {
            return event.key() != null && sealedFor.equals("hub");
        }

        private AuditRecord brokenKey() {
            return entry(AuditKind.SEAL_BROKEN).build();
        }

        private AuditRecord deadLetter() {
            return entry(AuditKind.MESSAGE_DEAD_LETTER)
                    .evidence("deadLetter", id)
                    .evidence("sha256", Sha256.hex(ciphertext))
                    .build();
        }

        private AuditRecord.Builder entry(AuditKind kind) {
            return AuditRecord.of(kind)
                    .flow(event.flow())
                    .message(event.message())
                    .subject(event.subject())
                    .outcome("dead-letter")
                    .reason(event.reason());
        }
    }
}
