package dev.sealpost.whatsapp.inbound;

import dev.sealpost.message.Reason;
import dev.sealpost.pause.NewPause;
import dev.sealpost.pause.PauseScope;
import dev.sealpost.pause.Pauses;
import dev.sealpost.whatsapp.Senders;
import dev.sealpost.whatsapp.notice.BusinessNotice;
import dev.sealpost.whatsapp.notice.BusinessNotice.AccountUpdate;
import dev.sealpost.whatsapp.notice.BusinessNotice.TemplateStatus;
import dev.sealpost.whatsapp.request.Definitions;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Pauses what Meta says that it has stopped, before the first message is refused for it, and lifts that when Meta says so. */
@Component
class MetaPauses {

    private static final Reason TEMPLATE_PAUSED = Reason.of("template-paused", "Meta's webhook says so");
    private static final Reason TEMPLATE_DISABLED = Reason.of("template-disabled", "Meta's webhook says so");
    private static final Reason ACCOUNT_LOCKED = Reason.of("policy-lock", "Meta's webhook says so");
    private static final Set<String> NO_MESSAGES =
            Set.of("RESTRICTED_BIZ_INITIATED_MESSAGING", "RESTRICTED_CUSTOMER_INITIATED_MESSAGING", "DISABLE");

    private final Pauses pauses;
    private final Senders senders;
    private final Definitions definitions;

    MetaPauses(Pauses pauses, Senders senders, Definitions definitions) {
        this.pauses = pauses;
        this.senders = senders;
        this.definitions = definitions;
    }

    void take(BusinessNotice notice) {
        if (notice instanceof TemplateStatus status && isOurs(status.account()) && isKnown(status.name())) {
            template(status.name(), status.event());
        }
        if (notice instanceof AccountUpdate update && isOurs(update.account())) {
            account(update);
        }
    }

    private void template(String name, String event) {
        switch (event == null ? "" : event) {
            case "PAUSED" -> begin(PauseScope.TEMPLATE, name, TEMPLATE_PAUSED, true);
            case "DISABLED" -> begin(PauseScope.TEMPLATE, name, TEMPLATE_DISABLED, false);
            case "APPROVED" -> lift(PauseScope.TEMPLATE, name, TEMPLATE_PAUSED);
            default -> {}
        }
    }

    private void account(AccountUpdate update) {
        if (update.details().stream().anyMatch(NO_MESSAGES::contains) || "ACCOUNT_DELETED".equals(update.event())) {
            begin(PauseScope.ACCOUNT, update.account(), ACCOUNT_LOCKED, false);
        }
        if (update.details().contains("REINSTATE")) {
            lift(PauseScope.ACCOUNT, update.account(), ACCOUNT_LOCKED);
        }
    }

    private void begin(PauseScope scope, String key, Reason reason, boolean probed) {
        pauses.begin(List.of(new NewPause(scope, key, reason, null, probed, null, Aliases.ACTOR)));
    }

    private void lift(PauseScope scope, String key, Reason reason) {
        pauses.lift(scope, key, Set.of(reason.word()), Aliases.ACTOR);
    }

    private boolean isOurs(String account) {
        return senders.all().stream().anyMatch(sender -> account.equals(sender.account()));
    }

    private boolean isKnown(String template) {
        return template != null && definitions.templateNames().contains(template);
    }
}
