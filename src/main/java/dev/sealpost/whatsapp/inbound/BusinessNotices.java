package dev.sealpost.whatsapp.inbound;

import dev.sealpost.audit.AuditLog;
import dev.sealpost.pacing.TierLimits;
import dev.sealpost.whatsapp.Sender;
import dev.sealpost.whatsapp.Senders;
import dev.sealpost.whatsapp.notice.BusinessNotice;
import dev.sealpost.whatsapp.notice.BusinessNotice.Capability;
import dev.sealpost.whatsapp.notice.BusinessNotice.NumberQuality;
import dev.sealpost.whatsapp.notice.BusinessNotice.TemplateCategoryChange;
import dev.sealpost.whatsapp.notice.BusinessNotice.TemplateQuality;
import dev.sealpost.whatsapp.notice.BusinessNotice.TemplateStatus;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes down what Meta tells about templates, numbers and accounts, passes limits on to pacing, and pauses what is stopped. */
@Component
class BusinessNotices {

    private static final int NO_LIMIT = -1;

    private final Senders senders;
    private final TierLimits tiers;
    private final MetaPauses pauses;
    private final AuditLog audit;

    BusinessNotices(Senders senders, TierLimits tiers, MetaPauses pauses, AuditLog audit) {
        this.senders = senders;
        this.tiers = tiers;
        this.pauses = pauses;
        this.audit = audit;
    }

    void take(List<BusinessNotice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        audit.append(notices.stream()
                .map(notice -> InboundRecords.notice(notice, template(notice)))
                .toList());
        notices.forEach(this::tellLimit);
        notices.forEach(pauses::take);
    }

    /** Meta names the account; a limit is its portfolio's, which all its numbers share. */
    private void tellLimit(BusinessNotice notice) {
        if (notice instanceof NumberQuality quality && quality.limit() != null) {
            tellLimit(quality.account(), quality.limit());
        }
        if (notice instanceof Capability capability && capability.limit() != null) {
            boolean limited = capability.limit() != NO_LIMIT;
            tellLimit(capability.account(), limited ? capability.limit().toString() : "TIER_UNLIMITED");
        }
    }

    private void tellLimit(String account, String word) {
        senders.all().stream()
                .filter(sender -> account.equals(sender.account()))
                .map(Sender::name)
                .findFirst()
                .ifPresent(sender -> tiers.told(sender, word));
    }

    private static String template(BusinessNotice notice) {
        if (notice instanceof TemplateStatus status) {
            return status.name();
        }
        if (notice instanceof TemplateQuality quality) {
            return quality.name();
        }
        return notice instanceof TemplateCategoryChange change ? change.name() : null;
    }
}
