package dev.sealpost.delivery;

import dev.sealpost.access.Caller;
import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditRecord;

/** The audit entries about what people do with dead letters. */
final class LetterEntries {

    private LetterEntries() {}

    static AuditRecord listed(int found, Caller caller) {
        return AuditRecord.of(AuditKind.DEAD_LETTER_LISTED)
                .by(caller.getName())
                .outcome("listed")
                .evidence("found", found)
                .build();
    }

    static AuditRecord.Builder about(AuditKind kind, StoredLetter letter, Caller caller) {
        return AuditRecord.of(kind)
                .by(caller.getName())
                .flow(letter.flow())
                .message(letter.message())
                .subject(letter.subject())
                .purpose(letter.purpose())
                .evidence("deadLetter", letter.id());
    }
}
