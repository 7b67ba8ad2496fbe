package dev.sealpost.whatsapp.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditLog;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.message.Reason;
import dev.sealpost.whatsapp.AccessTokens;
import dev.sealpost.whatsapp.Sender;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer.Refused;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer.Unreachable;
import dev.sealpost.whatsapp.cloudapi.GraphApi;
import java.security.Principal;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Registers a number with the Cloud API, which sets or proves its PIN of two-step verification (<a
 * href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/registration">Registration</a>); in the region that the
 * sender requires. Audited whatever comes of it, without the PIN.
 *
 * <p>Meta allows ten attempts a number in 72 hours.
 */
@Component
class Registration {

    private final GraphApi graph;
    private final AccessTokens tokens;
    private final AuditLog audit;
    private final TransactionOperations transactions;

    Registration(GraphApi graph, AccessTokens tokens, AuditLog audit, TransactionOperations transactions) {
        this.graph = graph;
        this.tokens = tokens;
        this.audit = audit;
        this.transactions = transactions;
    }

    SenderChange register(Sender sender, String pin, Principal by) {
        SenderChange change = change(
                sender,
                graph.post(tokens.of(sender), sender.phoneNumberId() + "/register", body(sender, pin))
                        .join());
        transactions.executeWithoutResult(status -> audit.append(entry(change, by)));
        return change;
    }

    private static ObjectNode body(Sender sender, String pin) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("messaging_product", "whatsapp")
                .put("pin", pin);
        return sender.storageRegion() == null
                ? body
                : body.put("data_localization_region", sender.storageRegion().toUpperCase(Locale.ROOT));
    }

    private static SenderChange change(Sender sender, GraphAnswer answer) {
        if (answer instanceof Refused refused) {
            return SenderChange.refused(sender.name(), refused.reason());
        }
        if (answer instanceof Unreachable unreachable) {
            return SenderChange.unreachable(sender.name(), unreachable.reason());
        }
        return ((GraphAnswer.Ok) answer).json().path("success").asBoolean()
                ? SenderChange.done(sender.name(), "registered")
                : SenderChange.refused(sender.name(), Reason.of("no-success"));
    }

    private static AuditRecord entry(SenderChange change, Principal by) {
        return AuditRecord.of(AuditKind.SENDER_REGISTERED)
                .by(by.getName())
                .outcome(change.outcome())
                .evidence("sender", change.sender())
                .evidence("reason", change.reason())
                .build();
    }
}
