package dev.sealpost.consent;

import dev.sealpost.audit.AuditRecord;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.vault.BlindIndex;
import dev.sealpost.vault.DataKey;
import dev.sealpost.vault.SealBroken;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Statements of one transaction, one after the other, and where their people stand after each. */
final class Recording {
    private final ConsentGate gate;
    private final EvidenceSeal seal;
    private final String actor;
    private final Map<SubjectRef, Map<String, ConsentState>> states = new HashMap<>();
    private final Map<SubjectRef, DataKey> keys;
    private final Set<BlindIndex> known;
    private final ConsentEvents events;
    private final List<AuditRecord> entries = new ArrayList<>();

    /** @param known the fingerprints of what was recorded before */
    Recording(
            ConsentGate gate,
            EvidenceSeal seal,
            ConsentEvents events,
            String actor,
            ConsentSnapshot before,
            Map<SubjectRef, DataKey> keys,
            Set<BlindIndex> known) {
        this.gate = gate;
        this.seal = seal;
        this.events = events;
        this.actor = actor;
        this.keys = keys;
        this.known = new HashSet<>(known);
        before.states().forEach((subject, own) -> states.put(subject, new HashMap<>(own)));
    }

    List<AuditRecord> entries() {
        return entries;
    }

    RecordingOutcome record(SubjectRef subject, Statement said, BlindIndex fingerprint) {
        Standing before = new Standing(subject, new ConsentSnapshot(states));
        if (isNeedless(said, before) || known.contains(fingerprint)) {
            return new RecordingOutcome.Known(subject, before.on(said.purpose()).orElseThrow());
        }
        return sealed(before, said, fingerprint);
    }

    /** A stop is recorded even where nothing can be sealed, then without its evidence: nobody's stop may depend on a key. */
    private RecordingOutcome sealed(Standing before, Statement said, BlindIndex fingerprint) {
        boolean stops = said.status().isStop();
        DataKey key = keys.get(before.subject());
        if (key == null) {
            return stops ? add(before, said, fingerprint, null) : new RecordingOutcome.Erased();
        }
        try {
            byte[] evidence = seal.seal(key, before.subject(), said, fingerprint);
            return add(before, said, fingerprint, evidence);
        } catch (SealBroken altered) {
            entries.add(ConsentEntries.broken(before.subject(), said.purpose(), actor));
            return stops ? add(before, said, fingerprint, null) : new RecordingOutcome.Unsealable();
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

    private RecordingOutcome add(Standing before, Statement said, BlindIndex fingerprint, byte[] evidence) {
        ConsentEvent event = events.add(new ConsentEvent(
                before.subject(), said, before.timeOf(said, now()), actor, fingerprint.bytes(), evidence));
        ConsentState after = before.with(event.state());
        known.add(fingerprint);
        states.computeIfAbsent(before.subject(), subject -> new HashMap<>())
                .merge(said.purpose(), event.state(), Recording::later);
        entries.add(ConsentEntries.recorded(event, after));
        return new RecordingOutcome.Recorded(before.subject(), after);
    }

    private static ConsentState later(ConsentState one, ConsentState other) {
        return ConsentState.BY_PRECEDENCE.compare(one, other) > 0 ? one : other;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
