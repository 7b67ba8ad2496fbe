package dev.sealpost.whatsapp;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.delivery.OutboundMessage;
import dev.sealpost.whatsapp.request.Composition.Instead;
import dev.sealpost.whatsapp.request.Composition.Ready;
import java.util.Optional;

/** The audit entry about a free-form message: as what it goes, and why. Templates go as what they are, and need none. */
final class FormRecord {

    private FormRecord() {}

    static Optional<AuditRecord> of(OutboundMessage message, Ready.Facts facts) {
        return facts.freeForm() ? Optional.of(record(message, facts.instead())) : Optional.empty();
    }

    private static AuditRecord record(OutboundMessage message, Optional<Instead> instead) {
        return AuditRecord.of(AuditKind.MESSAGE_FORM)
                .flow(message.flow())
                .message(message.id())
                .purpose(message.purpose())
                .outcome(instead.isPresent() ? "template" : "free-form")
                .reason(instead.map(Instead::why).orElse(null))
                .evidence("template", instead.map(Instead::template).orElse(null))
                .evidence("sender", message.sender())
                .build();
    }
}
