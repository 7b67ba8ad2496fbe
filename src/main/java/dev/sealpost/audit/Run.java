package dev.sealpost.audit;

import dev.sealpost.message.MessageId;
import dev.sealpost.message.SubjectRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Entries of one append that are about the same message, and about one person or nobody: they are found together, by the first. */
final class Run {

    private final List<AuditRecord> entries = new ArrayList<>();
    private SubjectRef subject;

    /**
     * Groups entries, those of a message in their order, the messages in the order in which they first appear. An entry that is about
     * no message is a run of its own.
     */
    static List<Run> of(List<AuditRecord> entries) {
        List<Run> runs = new ArrayList<>();
        Map<MessageId, Run> latest = new HashMap<>();
        for (AuditRecord entry : entries) {
            Run run = entry.message() == null ? null : latest.get(entry.message());
            if (run == null || !run.takes(entry)) {
                run = new Run();
                runs.add(run);
                latest.put(entry.message(), run);
            }
            run.add(entry);
        }
        return runs;
    }

    private boolean takes(AuditRecord entry) {
        return subject == null || entry.subject() == null || subject.equals(entry.subject());
    }

    private void add(AuditRecord entry) {
        entries.add(entry);
        subject = subject == null ? entry.subject() : subject;
    }

    List<AuditRecord> entries() {
        return entries;
    }

    MessageId message() {
        return entries.get(0).message();
    }

    /** Null if no entry is about a person. */
    SubjectRef subject() {
        return subject;
    }
}
