package dev.sealpost.whatsapp.inbound;

import dev.sealpost.audit.AuditLog;
import dev.sealpost.whatsapp.notice.BusinessNotice;
import dev.sealpost.whatsapp.notice.BusinessNotice.TemplateCategoryChange;
import dev.sealpost.whatsapp.notice.BusinessNotice.TemplateQuality;
import dev.sealpost.whatsapp.notice.BusinessNotice.TemplateStatus;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes down what Meta tells about templates, numbers and accounts. */
@Component
class BusinessNotices {

    private final AuditLog audit;

    BusinessNotices(AuditLog audit) {
        this.audit = audit;
    }

    void take(List<BusinessNotice> notices) {
        if (!notices.isEmpty()) {
            audit.append(notices.stream()
                    .map(notice -> InboundRecords.notice(notice, template(notice)))
                    .toList());
        }
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
