package dev.sealpost.routing;

import dev.sealpost.audit.AuditRecord;
import dev.sealpost.delivery.DeadEvent;
import dev.sealpost.delivery.QueuedMessage;
import dev.sealpost.delivery.RefusedMessage;
import java.util.ArrayList;
import java.util.List;

/** What an intake unit will commit, in the order in which it reads in the audit. */
record Staged(
        List<AuditRecord> arrived,
        List<QueuedMessage> queued,
        List<RequestedConsents.Staged> requested,
        List<RefusedMessage> refused,
        List<DeadEvent> dead,
        List<AuditRecord> records) {

    Staged() {
        this(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }
}
