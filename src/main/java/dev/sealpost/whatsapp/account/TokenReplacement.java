package dev.sealpost.whatsapp.account;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditLog;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.message.Reason;
import dev.sealpost.whatsapp.Sender;
import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes a new access token into use on all hubs, once Meta has said that it is good. Audited, never shown again. The other hubs have
 * it within seconds; messages in flight go with the old one.
 */
@Component
class TokenReplacement {

    private final AccountReader reader;
    private final SealedTokens tokens;
    private final SenderFactsTable table;
    private final AuditLog audit;
    private final TransactionOperations transactions;

    TokenReplacement(
            AccountReader reader,
            SealedTokens tokens,
            SenderFactsTable table,
            AuditLog audit,
            TransactionOperations transactions) {
        this.reader = reader;
        this.tokens = tokens;
        this.table = table;
        this.audit = audit;
        this.transactions = transactions;
    }

    SenderChange replace(Sender sender, String token, Principal by) {
        TokenReading reading = reader.token(token).join();
        if (reading instanceof TokenReading.Unfit unfit) {
            return SenderChange.refused(sender.name(), Reason.of(unfit.word()));
        }
        if (reading instanceof TokenReading.NoAnswer none) {
            return SenderChange.unreachable(sender.name(), Reason.of(none.word()));
        }
        transactions.executeWithoutResult(status -> {
            tokens.put(sender, token);
            note(sender, "replaced", by);
        });
        tokens.refresh();
        return SenderChange.done(sender.name(), "replaced");
    }

    /** The configured one is used again; it is checked at once, and used meanwhile. */
    SenderChange remove(Sender sender, Principal by) {
        transactions.executeWithoutResult(status -> {
            if (tokens.remove(sender)) {
                note(sender, "removed", by);
            }
        });
        tokens.refresh();
        return SenderChange.done(sender.name(), "removed");
    }

    private void note(Sender sender, String outcome, Principal by) {
        table.forgetToken(sender.phoneNumberId());
        table.askSoon(List.of(sender.phoneNumberId()));
        audit.append(AuditRecord.of(AuditKind.SENDER_TOKEN_REPLACED)
                .by(by.getName())
                .outcome(outcome)
                .evidence("sender", sender.name())
                .build());
    }
}
