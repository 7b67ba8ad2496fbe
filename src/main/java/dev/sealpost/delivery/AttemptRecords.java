package dev.sealpost.delivery;

import dev.sealpost.audit.AuditRecord;
import dev.sealpost.audit.AuditStage;
import java.util.ArrayList;
import java.util.List;

/** What is recorded about one attempt on its way through the channel; committed with its outcome. */
class AttemptRecords implements AuditStage {

    private final List<AuditRecord> records = new ArrayList<>();
    private boolean closed;

    @Override
    public synchronized boolean stage(AuditRecord entry) {
        return !closed && records.add(entry);
    }

    /** What was recorded so far. What comes later has to be written another way. */
    synchronized List<AuditRecord> close() {
        closed = true;
        return List.copyOf(records);
    }
}
