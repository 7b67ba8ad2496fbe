package dev.sealpost.delivery;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.sealing.SealedMessage;

/** The audit entries of messages as they enter the outbox. */
final class OutboxRecords {

    private OutboxRecords() {}

    static AuditRecord queued(QueuedMessage message) {
        SealedMessage.Origin origin = message.sealed().origin();
        return AuditRecord.of(AuditKind.MESSAGE_QUEUED)
                .flow(origin.flow())
                .message(origin.id())
                .subject(origin.subject())
                .purpose(origin.purpose().id())
                .outcome("queued")
                .evidence("consent", origin.consentEvidence())
                .evidence("profile", origin.profile())
                .evidence("template", message.template())
                .evidence("dropped", origin.dropped())
                .evidence("sha256", Sha256.hex(message.sealed().content().ciphertext()))
                .build();
    }

    static AuditRecord refused(RefusedMessage message) {
        return AuditRecord.of(AuditKind.MESSAGE_REFUSED)
                .flow(message.flow())
                .message(message.id())
                .subject(message.subject())
                .purpose(message.purpose())
                .outcome("refused")
                .reason(message.reason())
                .build();
    }

    static AuditRecord recorded(RecordedMessage message) {
        return AuditRecord.of(AuditKind.MESSAGE_RECORDED)
                .flow(message.flow())
                .message(message.id())
                .subject(message.subject())
                .purpose(message.purpose())
                .outcome(message.reason() == null ? "recorded" : "unchanged")
                .reason(message.reason())
                .build();
    }
}
