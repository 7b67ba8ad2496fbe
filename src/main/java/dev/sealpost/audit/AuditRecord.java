package dev.sealpost.audit;

import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import dev.sealpost.message.SubjectRef;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One fact for the audit log: ids, decision and reason, never a name, number or text. Only kind, time and actor are always there.
 *
 * @param time kept to the microsecond, as PostgreSQL does
 * @param kind what happened, {@code message.queued} and the like; see {@link AuditKind}
 * @param actor who did it: {@code hub}, {@code key:ID}, {@code user:NAME}, {@code whatsapp}
 * @param evidence ids that prove it (consent event, notice, profile, template, wamid, key id, SHA-256 of the ciphertext, …)
 */
public record AuditRecord(
        Instant time,
        AuditKind kind,
        String actor,
        String flow,
        String exchange,
        MessageId message,
        SubjectRef subject,
        String purpose,
        String outcome,
        Reason reason,
        SortedMap<String, String> evidence) {

    public AuditRecord {
        time = Objects.requireNonNull(time, "time").truncatedTo(ChronoUnit.MICROS);
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(actor, "actor");
        evidence = Collections.unmodifiableSortedMap(evidence == null ? new TreeMap<>() : new TreeMap<>(evidence));
    }

    public static Builder of(AuditKind kind) {
        return new Builder(kind);
    }

    /** Collects the fields of a record; time defaults to now, actor to {@code hub}. */
    public static final class Builder {
        private final AuditKind kind;
        private final SortedMap<String, String> evidence = new TreeMap<>();
        private Instant time = Instant.now();
        private String actor = "hub";
        private String flow;
        private String exchange;
        private MessageId message;
        private SubjectRef subject;
        private String purpose;
        private String outcome;
        private Reason reason;

        private Builder(AuditKind kind) {
            this.kind = kind;
        }

        public Builder at(Instant value) {
            time = value;
            return this;
        }

        public Builder by(String value) {
            actor = value;
            return this;
        }

        public Builder flow(String value) {
            flow = value;
            return this;
        }

        public Builder exchange(String value) {
            exchange = value;
            return this;
        }

        public Builder message(MessageId value) {
            message = value;
            return this;
        }

        public Builder subject(SubjectRef value) {
            subject = value;
            return this;
        }

        public Builder purpose(String value) {
            purpose = value;
            return this;
        }

        public Builder outcome(String value) {
            outcome = value;
            return this;
        }

        public Builder reason(Reason value) {
            reason = value;
            return this;
        }

        /** Adds one piece of evidence; null values are left out. */
        public Builder evidence(String name, Object value) {
            if (value != null) {
                evidence.put(name, value.toString());
            }
            return this;
        }

        public AuditRecord build() {
            return new AuditRecord(
                    time, kind, actor, flow, exchange, message, subject, purpose, outcome, reason, evidence);
        }
    }
}
