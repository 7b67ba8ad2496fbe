package dev.sealpost.consent;

import dev.sealpost.audit.AuditLog;
import dev.sealpost.consent.Reading.Asked;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.subject.Subjects;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issues receipts for where a person stands on a purpose now. None leaves that is not on record. */
@Component
class ConsentReceipts {
    private final Subjects subjects;
    private final Consents consents;
    private final ConsentEvents events;
    private final Purposes purposes;
    private final ReceiptSettings settings;
    private final ReceiptSignature signature;
    private final AuditLog audit;

    ConsentReceipts(
            Subjects subjects,
            Consents consents,
            ConsentEvents events,
            Purposes purposes,
            ReceiptSettings settings,
            ReceiptSignature signature,
            AuditLog audit) {
        this.subjects = subjects;
        this.consents = consents;
        this.events = events;
        this.purposes = purposes;
        this.settings = settings;
        this.signature = signature;
        this.audit = audit;
    }

    /** A person who is not known stays unknown; that they were asked for is on record too. */
    @Transactional
    ReceiptOutcome issue(Asked asked, String reader) {
        if (!settings.isComplete()) {
            return new ReceiptOutcome.NoController();
        }
        Optional<SubjectRef> subject = subjects.find(asked.phone());
        Optional<ConsentState> state =
                subject.flatMap(known -> consents.current(List.of(known)).of(known, asked.purpose()));
        if (state.isEmpty()) {
            audit.append(ConsentEntries.read(subject, asked.purpose(), reader));
            return new ReceiptOutcome.NothingSaid();
        }
        return issued(state.get(), purposes.find(asked.purpose()).orElseThrow(), reader);
    }

    private ReceiptOutcome issued(ConsentState state, Purpose purpose, String reader) {
        ConsentEvent event = events.get(state.eventId());
        ConsentReceipt receipt = ConsentReceipt.of(state, event, purpose, settings);
        SignedReceipt signed = signature.sign(receipt);
        audit.append(ConsentEntries.receipt(receipt, event.subject(), signed.signature(), reader));
        return new ReceiptOutcome.Issued(signed);
    }
}
