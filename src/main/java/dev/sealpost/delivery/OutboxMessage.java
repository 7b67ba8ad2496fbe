package dev.sealpost.delivery;

import dev.sealpost.consent.Purpose;
import dev.sealpost.message.MessageState;
import dev.sealpost.sealing.SealedMessage;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.springframework.data.domain.Persistable;

/**
 * A row of the outbox as it is first written. It is only ever inserted this way, without a select before; later moves are
 * set-based SQL, so the entity is immutable and costs no dirty check.
 */
@Entity
@Immutable
@Table(name = "message")
class OutboxMessage implements Persistable<UUID> {

    private static final short LAST_PRIORITY = 9;

    @Id
    private UUID id;

    private String flow;
    private byte[] source;
    private String purpose;
    private UUID subject;

    @Enumerated(EnumType.STRING)
    private MessageState state;

    private String reason;
    private String template;
    private short priority;
    private byte[] content;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Transient
    private boolean written;

    protected OutboxMessage() {}

    static OutboxMessage queued(QueuedMessage message) {
        SealedMessage.Origin origin = message.sealed().origin();
        Purpose purpose = origin.purpose();
        var row = new OutboxMessage();
        row.id = origin.id().value();
        row.flow = origin.flow();
        row.source = origin.source().bytes();
        row.purpose = purpose.id();
        row.subject = origin.subject().value();
        row.state = MessageState.QUEUED;
        row.template = message.template();
        row.priority = (short) purpose.priority();
        row.content = message.sealed().content().ciphertext();
        row.expiresAt = origin.receivedAt().plus(purpose.timeToLive());
        row.receivedAt = origin.receivedAt();
        return row;
    }

    static OutboxMessage refused(RefusedMessage message) {
        var row = new OutboxMessage();
        row.id = message.id().value();
        row.flow = message.flow();
        row.source = message.source().bytes();
        row.purpose = message.purpose();
        row.subject = message.subject() == null ? null : message.subject().value();
        row.state = MessageState.REFUSED;
        row.reason = message.reason().toString();
        row.priority = LAST_PRIORITY;
        row.receivedAt = message.receivedAt();
        return row;
    }

    static OutboxMessage recorded(RecordedMessage message) {
        var row = new OutboxMessage();
        row.id = message.id().value();
        row.flow = message.flow();
        row.source = message.source().bytes();
        row.purpose = message.purpose();
        row.subject = message.subject().value();
        row.state = MessageState.RECORDED;
        row.reason = message.reason() == null ? null : message.reason().toString();
        row.priority = LAST_PRIORITY;
        row.receivedAt = message.receivedAt();
        return row;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return !written;
    }

    @PostPersist
    @PostLoad
    void markWritten() {
        written = true;
    }
}
