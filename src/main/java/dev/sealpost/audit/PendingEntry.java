package dev.sealpost.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code audit_pending}: an entry that waits for its index. */
@Entity
@Immutable
@Table(name = "audit_pending")
class PendingEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_pending_seq")
    @SequenceGenerator(name = "audit_pending_seq", sequenceName = "audit_pending_seq", allocationSize = 50)
    private Long id;

    private Instant time;
    private String kind;
    private String actor;
    private String flow;
    private UUID message;
    private UUID subject;
    private String outcome;
    private String json;

    protected PendingEntry() {}

    /** @param entry as {@link Redaction} left it */
    PendingEntry(AuditRecord entry) {
        time = entry.time();
        kind = entry.kind().wireName();
        actor = entry.actor();
        flow = entry.flow();
        message = entry.message() == null ? null : entry.message().value();
        subject = entry.subject() == null ? null : entry.subject().value();
        outcome = entry.outcome();
        json = EntryJson.write(entry);
    }

    Instant time() {
        return time;
    }

    String kind() {
        return kind;
    }

    String actor() {
        return actor;
    }

    String flow() {
        return flow;
    }

    UUID message() {
        return message;
    }

    UUID subject() {
        return subject;
    }

    String outcome() {
        return outcome;
    }

    String json() {
        return json;
    }
}
