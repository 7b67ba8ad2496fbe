package dev.sealpost.consent;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.vault.HubSignature;
import java.util.Optional;

/** The audit entries about consent. */
final class ConsentEntries {

    private ConsentEntries() {}

    /** @param after where the person stands with this event: if another event decides that, this one is superseded */
    static AuditRecord recorded(ConsentEvent event, ConsentState after) {
        return said(event, after).build();
    }

    /** The same of what a flow recorded. */
    static AuditRecord requested(ConsentEvent event, ConsentState after, ConsentRequest request) {
        return said(event, after)
                .flow(request.flow())
                .message(request.message())
                .build();
    }

    private static AuditRecord.Builder said(ConsentEvent event, ConsentState after) {
        ConsentState said = event.state();
        boolean decides = said.equals(after);
        return AuditRecord.of(kind(said.status()))
                .by(event.actor())
                .subject(event.subject())
                .purpose(said.purpose())
                .outcome(decides ? ConsentAnswer.word(said.status()) : "superseded")
                .evidence("consent", said.eventId())
                .evidence("notice", said.notice())
                .evidence("source", event.source())
                .evidence("at", said.at());
    }

    static AuditRecord read(Optional<SubjectRef> subject, String purpose, String reader) {
        return AuditRecord.of(AuditKind.CONSENT_READ)
                .by(reader)
                .subject(subject.orElse(null))
                .purpose(purpose)
                .outcome(subject.isPresent() ? "found" : "unknown")
                .build();
    }

    static AuditRecord receipt(ConsentReceipt receipt, SubjectRef subject, HubSignature signature, String reader) {
        return AuditRecord.of(AuditKind.CONSENT_RECEIPT)
                .by(reader)
                .subject(subject)
                .purpose(receipt.purpose().id())
                .outcome("issued")
                .evidence("receipt", receipt.receiptId())
                .evidence("consent", receipt.recordId())
                .evidence("notice", receipt.notice())
                .evidence("key", signature.keyId())
                .build();
    }

    /** The sealed evidence of an event does not open. */
    static AuditRecord broken(ConsentEvent event, String reader) {
        return broken(reader, event.subject(), event.state().purpose())
                .evidence("consent", event.state().eventId())
                .build();
    }

    /** The person's key does not seal the evidence of what is being recorded. */
    static AuditRecord broken(SubjectRef subject, String purpose, String actor) {
        return broken(actor, subject, purpose).build();
    }

    private static AuditRecord.Builder broken(String actor, SubjectRef subject, String purpose) {
        return AuditRecord.of(AuditKind.SEAL_BROKEN)
                .by(actor)
                .subject(subject)
                .purpose(purpose)
                .outcome("refused");
    }

    private static AuditKind kind(ConsentStatus status) {
        return switch (status) {
            case REQUESTED -> AuditKind.CONSENT_REQUESTED;
            case GRANTED -> AuditKind.CONSENT_GRANTED;
            case OBJECTED, WITHDRAWN -> AuditKind.CONSENT_WITHDRAWN;
        };
    }
}
