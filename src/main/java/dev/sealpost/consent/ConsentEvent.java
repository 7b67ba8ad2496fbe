package dev.sealpost.consent;

import dev.sealpost.message.SubjectRef;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Something a person said about a purpose. Never changed after it was recorded. */
@Entity
@Immutable
@Table(name = "consent_event")
class ConsentEvent {
    private static final int IDS_AT_ONCE = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "consent_event_seq")
    @SequenceGenerator(name = "consent_event_seq", sequenceName = "consent_event_seq", allocationSize = IDS_AT_ONCE)
    private Long id;

    private UUID subject;
    private String purpose;

    @Convert(converter = ConsentStatusCode.class)
    private ConsentStatus status;

    private Instant at;
    private Instant confirmedAt;
    private Instant expiresAt;
    private Instant recordedAt;
    private String source;
    private String notice;
    private String actor;
    private byte[] fingerprint;
    private byte[] evidence;

    /** For JPA. */
    protected ConsentEvent() {}

    ConsentEvent(SubjectRef subject, Statement said, Instant at, String actor, byte[] fingerprint, byte[] evidence) {
        this.subject = subject.value();
        this.purpose = said.purpose();
        this.status = said.status();
        this.at = at;
        this.confirmedAt = said.confirmedAt();
        this.expiresAt = said.expiresAt();
        this.recordedAt = Instant.now();
        this.source = said.evidence().source();
        this.notice = said.evidence().notice();
        this.actor = actor;
        this.fingerprint = fingerprint;
        this.evidence = evidence;
    }

    ConsentState state() {
        return new ConsentState(id, purpose, status, at, confirmedAt, notice, expiresAt);
    }

    SubjectRef subject() {
        return new SubjectRef(subject);
    }

    Instant recordedAt() {
        return recordedAt;
    }

    String source() {
        return source;
    }

    String actor() {
        return actor;
    }

    byte[] fingerprint() {
        return fingerprint.clone();
    }

    /** Sealed; null if nothing was to be sealed. */
    byte[] evidence() {
        return evidence;
    }
}
