package dev.sealpost.audit;

import dev.sealpost.message.MessageId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads the log, entries that wait for their index included. */
public interface AuditTrail {

    /** Everything said about these messages, oldest first, by one query for all. */
    Map<MessageId, List<AuditRecord>> of(Collection<MessageId> messages);
}
