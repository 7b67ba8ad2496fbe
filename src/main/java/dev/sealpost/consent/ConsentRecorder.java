package dev.sealpost.consent;

import dev.sealpost.audit.AuditLog;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.subject.PhoneNumber;
import dev.sealpost.subject.Subjects;
import dev.sealpost.vault.BlindIndex;
import dev.sealpost.vault.DataKey;
import dev.sealpost.vault.SealBroken;
import dev.sealpost.vault.SubjectKeys;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records what people said, each thing once, together with its audit entry. People who are not known yet become known by it, also
 * by a withdrawal: an older consent that is imported later then finds it and does not revive anything.
 */
@Component
class ConsentRecorder {
    private final Subjects subjects;
    private final SubjectKeys keys;
    private final Consents consents;
    private final ConsentGate gate;
    private final ConsentEvents events;
    private final EvidenceSeal seal;
    private final AuditLog audit;

    ConsentRecorder(
            Subjects subjects,
            SubjectKeys keys,
            Consents consents,
            ConsentGate gate,
            ConsentEvents events,
            EvidenceSeal seal,
            AuditLog audit) {
        this.subjects = subjects;
        this.keys = keys;
        this.consents = consents;
        this.gate = gate;
        this.events = events;
        this.seal = seal;
        this.audit = audit;
    }

    @Transactional
    RecordingOutcome record(PhoneNumber phone, Statement said, String actor) {
        SubjectRef subject = subjects.resolve(List.of(phone)).get(phone);
        events.lock(subject);
        Standing before = new Standing(subject, consents.current(List.of(subject)));
        BlindIndex fingerprint = seal.fingerprint(subject, said);
        if (isNeedless(said, before) || events.has(subject, said.purpose(), fingerprint)) {
            return new RecordingOutcome.Known(subject, before.on(said.purpose()).orElseThrow());
        }
        return seal(before, said, actor, fingerprint);
    }

    /** A stop is recorded even where nothing can be sealed, then without its evidence: nobody's stop may depend on a key. */
    private RecordingOutcome seal(Standing before, Statement said, String actor, BlindIndex fingerprint) {
        boolean stops = said.status().isStop();
        DataKey key = keys.load(List.of(before.subject())).get(before.subject());
        if (key == null) {
            return stops ? add(before, said, actor, fingerprint, null) : new RecordingOutcome.Erased();
        }
        try {
            return add(before, said, actor, fingerprint, seal.seal(key, before.subject(), said, fingerprint));
        } catch (SealBroken altered) {
            audit.append(ConsentEntries.broken(before.subject(), said.purpose(), actor));
            return stops ? add(before, said, actor, fingerprint, null) : new RecordingOutcome.Unsealable();
        }
    }

    /**
     * A withdrawal, made now, of what is withdrawn already; or a request for what is granted already, which would put the consent
     * in doubt until it is confirmed again.
     */
    private boolean isNeedless(Statement said, Standing before) {
        return switch (said.status()) {
            case REQUESTED ->
                gate.objection(before.subject(), said.purpose(), before.snapshot())
                        .isEmpty();
            case GRANTED -> false;
            case OBJECTED, WITHDRAWN -> said.at() == null && before.isStopped(said.purpose());
        };
    }

    private RecordingOutcome add(
            Standing before, Statement said, String actor, BlindIndex fingerprint, byte[] evidence) {
        var event = events.add(new ConsentEvent(
                before.subject(), said, before.timeOf(said, now()), actor, fingerprint.bytes(), evidence));
        ConsentState after = before.with(event.state());
        audit.append(ConsentEntries.recorded(event, after));
        return new RecordingOutcome.Recorded(before.subject(), after);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
