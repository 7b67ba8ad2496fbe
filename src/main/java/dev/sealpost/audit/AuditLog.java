package dev.sealpost.audit;

import java.util.Collection;
import java.util.List;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where decisions are written down. An append joins the caller's transaction, so that a state and the entry that explains it
 * are committed together or not at all: no audit, no send.
 *
 * <p>Entries of transactions that follow one another get indexes in that order.
 *
 * <p>Those of one append about the same message stand side by side, in their order.
 *
 * <p>Not guaranteed: the order of entries of concurrent transactions is the sequencer's, not the callers'.
 */
@Transactional(propagation = Propagation.MANDATORY)
public interface AuditLog {

    /**
     * Writes the records, by one statement however many they are. Hostile or overlong strings never make it fail: they are made
     * inert, cut to 512 characters, and what looks like a phone number or an e-mail address is replaced by {@code redacted}.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    void append(Collection<AuditRecord> records);

    default void append(AuditRecord entry) {
        append(List.of(entry));
    }
}
