package dev.sealpost.delivery;

import dev.sealpost.consent.Purpose;
import dev.sealpost.message.MessageState;
import dev.sealpost.sealing.SealedMessage;
import java.time.Instant;
import java.util.UUID;

/** A row of the outbox as it is first written; what is null stays empty. Prints none of its content. */
record OutboxRow(
        UUID id,
        String flow,
        byte[] source,
        String purpose,
        UUID subject,
        MessageState state,
        String reason,
        String template,
        String sender,
        String country,
        long priority,
        byte[] content,
        Instant expiresAt,
        Instant receivedAt) {

    private static final long LAST_PRIORITY = 9;

    static OutboxRow queued(QueuedMessage message, String sender) {
        SealedMessage.Origin origin = message.sealed().origin();
        Purpose purpose = origin.purpose();
        return new OutboxRow(
                origin.id().value(),
                origin.flow(),
                origin.source().bytes(),
                purpose.id(),
                origin.subject().value(),
                MessageState.QUEUED,
                null,
                message.template(),
                sender,
                origin.country(),
                purpose.priority(),
                message.sealed().content().ciphertext(),
                origin.receivedAt().plus(purpose.timeToLive()),
                origin.receivedAt());
    }

    static OutboxRow refused(RefusedMessage message) {
        return new OutboxRow(
                message.id().value(),
                message.flow(),
                message.source().bytes(),
                message.purpose(),
                message.subject() == null ? null : message.subject().value(),
                MessageState.REFUSED,
                message.reason().toString(),
                null,
                null,
                null,
                LAST_PRIORITY,
                null,
                null,
                message.receivedAt());
    }

    static OutboxRow recorded(RecordedMessage message) {
        return new OutboxRow(
                message.id().value(),
                message.flow(),
                message.source().bytes(),
                message.purpose(),
                message.subject().value(),
                MessageState.RECORDED,
                message.reason() == null ? null : message.reason().toString(),
                null,
                null,
                null,
                LAST_PRIORITY,
                null,
                null,
                message.receivedAt());
    }

    @Override
    public String toString() {
        return "OutboxRow[" + id + ", " + state + "]";
    }
}
