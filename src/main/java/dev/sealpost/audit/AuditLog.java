package dev.sealpost.audit;

import java.util.Collection;
import java.util.List;

/**
 * Where decisions are written down. An append joins the caller's transaction, so that a state and the entry that explains it
 * are committed together or not at all: no audit, no send.
 *
 * <p>Not guaranteed: the order of entries of concurrent transactions is the sequencer's, not the callers'.
 */
public interface AuditLog {

    /** @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction */
    void append(Collection<AuditRecord> records);

    default void append(AuditRecord entry) {
        append(List.of(entry));
    }
}
