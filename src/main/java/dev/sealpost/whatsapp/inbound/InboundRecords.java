package dev.sealpost.whatsapp.inbound;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.whatsapp.notice.BusinessNotice;
import dev.sealpost.whatsapp.notice.MarketingPreference;
import java.util.Locale;

/** The audit entries about what people write and what Meta tells. */
final class InboundRecords {

    private InboundRecords() {}

    /** @param why no flow gets it, or null */
    static AuditRecord received(Arrived arrived, Reason why) {
        return about(AuditKind.INBOUND_RECEIVED, arrived.id(), arrived.from().subject())
                .outcome(why == null ? "waiting" : "recorded")
                .reason(why)
                .evidence("wamid", arrived.wamid())
                .evidence("inboundKind", arrived.message().content().kind())
                .evidence("sender", arrived.sender())
                .evidence("at", arrived.message().at())
                .build();
    }

    static AuditRecord keyword(Arrived arrived) {
        return about(AuditKind.INBOUND_KEYWORD, arrived.id(), arrived.from().subject())
                .outcome(arrived.keyword().word())
                .evidence("wamid", arrived.wamid())
                .build();
    }

    static AuditRecord sealBroken(MessageId id, SubjectRef subject) {
        return about(AuditKind.SEAL_BROKEN, id, subject).outcome("dropped").build();
    }

    /** @param flows the names of those that took it */
    static AuditRecord taken(InboundRow row, String flows) {
        return about(AuditKind.INBOUND_TAKEN, row.id(), row.subject())
                .outcome("taken")
                .evidence("flows", flows)
                .build();
    }

    static AuditRecord dropped(InboundRow row, Reason why) {
        return about(AuditKind.INBOUND_DROPPED, row.id(), row.subject())
                .outcome("dropped")
                .reason(why)
                .build();
    }

    static AuditRecord expired(int count) {
        return AuditRecord.of(AuditKind.INBOUND_DROPPED)
                .outcome("dropped")
                .reason(Reason.of("expired", "no flow took them within sealpost.whatsapp.inbound.retention"))
                .evidence("count", count)
                .build();
    }

    static AuditRecord preference(MarketingPreference preference, SubjectRef subject) {
        return AuditRecord.of(AuditKind.INBOUND_NOTICE)
                .by(Aliases.ACTOR)
                .subject(subject)
                .outcome("marketing-" + preference.choice().name().toLowerCase(Locale.ROOT))
                .evidence("at", preference.at())
                .build();
    }

    static AuditRecord notice(BusinessNotice notice, String template) {
        return AuditRecord.of(AuditKind.INBOUND_NOTICE)
                .by(Aliases.ACTOR)
                .outcome(notice.getClass().getSimpleName())
                .evidence("word", notice.word())
                .evidence("template", template)
                .build();
    }

    private static AuditRecord.Builder about(AuditKind kind, MessageId id, SubjectRef subject) {
        return AuditRecord.of(kind).by(Aliases.ACTOR).message(id).subject(subject);
    }
}
