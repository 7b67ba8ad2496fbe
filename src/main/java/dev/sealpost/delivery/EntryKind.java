package dev.sealpost.delivery;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.message.MessageState;

/** Which audit entry says that a message went to a state; {@code QUEUED} is gone to from elsewhere only to be tried again. */
final class EntryKind {

    private EntryKind() {}

    static AuditKind of(MessageState to) {
        return switch (to) {
            case REFUSED -> AuditKind.MESSAGE_REFUSED;
            case RECORDED -> AuditKind.MESSAGE_RECORDED;
            case QUEUED -> AuditKind.MESSAGE_RETRY;
            case SENDING -> AuditKind.MESSAGE_SENDING;
            case BLOCKED -> AuditKind.MESSAGE_BLOCKED;
            case SENT -> AuditKind.MESSAGE_SENT;
            case DELIVERED -> AuditKind.MESSAGE_DELIVERED;
            case READ -> AuditKind.MESSAGE_READ;
            case FAILED -> AuditKind.MESSAGE_FAILED;
            case UNCERTAIN -> AuditKind.MESSAGE_UNCERTAIN;
            case PARKED -> AuditKind.MESSAGE_PARKED;
        };
    }
}
