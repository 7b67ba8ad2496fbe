package dev.sealpost.audit;

import dev.sealpost.message.MessageId;
import java.time.Instant;

/**
 * Which entries are asked for; null does not restrict.
 *
 * @param from inclusive
 * @param to exclusive
 * @param after only entries with a higher index; -1 begins at the start of the log
 */
record AuditQuery(Instant from, Instant to, String flow, MessageId message, AuditKind kind, long after, int limit) {

    AuditQuery page(long following, int entries) {
        return new AuditQuery(from, to, flow, message, kind, following, entries);
    }
}
