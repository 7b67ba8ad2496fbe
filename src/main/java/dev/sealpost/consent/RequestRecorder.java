package dev.sealpost.consent;

import dev.sealpost.audit.AuditLog;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.message.Reason;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.vault.BlindIndex;
import dev.sealpost.vault.DataKey;
import dev.sealpost.vault.SealBroken;
import dev.sealpost.vault.SubjectKeys;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records requests one after the other, each on where the person stands after the one before. */
@Component
class RequestRecorder implements ConsentRequests {
    private static final String ACTOR = "hub";
    private static final Reason ERASED = Reason.of("erased");
    private static final Reason SEAL_BROKEN = Reason.of("seal-broken");

    private final RequestGate gate;
    private final Consents consents;
    private final ConsentEvents events;
    private final SubjectKeys keys;
    private final EvidenceSeal seal;
    private final AuditLog audit;

    RequestRecorder(
            RequestGate gate,
            Consents consents,
            ConsentEvents events,
            SubjectKeys keys,
            EvidenceSeal seal,
            AuditLog audit) {
        this.gate = gate;
        this.consents = consents;
        this.events = events;
        this.keys = keys;
        this.seal = seal;
        this.audit = audit;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<RequestOutcome> record(List<ConsentRequest> requests) {
        if (requests.isEmpty()) {
            return List.of();
        }
        Set<SubjectRef> people = requests.stream().map(ConsentRequest::subject).collect(Collectors.toSet());
        events.lock(people);
        Batch batch = new Batch(consents.current(people), keys.load(people));
        List<RequestOutcome> outcomes = requests.stream().map(batch::decide).toList();
        audit.append(batch.entries);
        return outcomes;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** Requests of one transaction, and where their people stand meanwhile. */
    private final class Batch {
        private final Map<SubjectRef, Map<String, ConsentState>> states = new HashMap<>();
        private final Map<SubjectRef, DataKey> keysOf;
        private final List<AuditRecord> entries = new ArrayList<>();

        Batch(ConsentSnapshot before, Map<SubjectRef, DataKey> keysOf) {
            before.states().forEach((subject, own) -> states.put(subject, new HashMap<>(own)));
            this.keysOf = keysOf;
        }

        RequestOutcome decide(ConsentRequest request) {
            RequestOutcome outcome = gate.foresee(request, new ConsentSnapshot(states));
            if (!(outcome instanceof RequestOutcome.Requested)) {
                return outcome;
            }
            DataKey key = keysOf.get(request.subject());
            return key == null ? new RequestOutcome.Refused(ERASED) : add(request, key);
        }

        private RequestOutcome add(ConsentRequest request, DataKey key) {
            Statement said = request.statement();
            BlindIndex fingerprint = seal.fingerprint(request.subject(), said);
            try {
                byte[] evidence = seal.seal(key, request.subject(), said, fingerprint);
                add(request, said, fingerprint, evidence);
                return new RequestOutcome.Requested();
            } catch (SealBroken altered) {
                entries.add(ConsentEntries.broken(request.subject(), request.purpose(), ACTOR));
                return new RequestOutcome.Refused(SEAL_BROKEN);
            }
        }

        private void add(ConsentRequest request, Statement said, BlindIndex fingerprint, byte[] evidence) {
            Standing before = new Standing(request.subject(), new ConsentSnapshot(states));
            ConsentEvent event = events.add(new ConsentEvent(
                    request.subject(), said, before.timeOf(said, now()), ACTOR, fingerprint.bytes(), evidence));
            ConsentState after = before.with(event.state());
            states.computeIfAbsent(request.subject(), subject -> new HashMap<>())
                    .put(request.purpose(), after);
            entries.add(ConsentEntries.requested(event, after, request));
        }
    }
}
