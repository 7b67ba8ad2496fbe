package dev.sealpost.routing;

import dev.sealpost.audit.AuditLog;
import dev.sealpost.consent.Consents;
import dev.sealpost.delivery.DeadLetters;
import dev.sealpost.delivery.Outbox;
import dev.sealpost.intake.EventReader;
import dev.sealpost.intake.RawEvent;
import dev.sealpost.intake.ReadEvent;
import dev.sealpost.intake.ReadEvent.Readable;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.signature.EventSignatures;
import dev.sealpost.signature.Signer;
import dev.sealpost.subject.Recipient;
import dev.sealpost.subject.Subjects;
import dev.sealpost.vault.BlindIndex;
import dev.sealpost.vault.SubjectKeys;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens and commits intake units: two transactions and a constant number of statements, however many events a unit has.
 *
 * <p>If the second one fails nothing of the unit has happened except that subjects may have been created; the source delivers the
 * events again.
 */
@Component
class IntakeUnits {

    private final EventReader reader;
    private final EventSignatures signatures;
    private final Outbox outbox;
    private final DeadLetters deadLetters;
    private final Subjects subjects;
    private final SubjectKeys keys;
    private final Consents consents;
    private final RequestedConsents requestedConsents;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    IntakeUnits(
            EventReader reader,
            EventSignatures signatures,
            Outbox outbox,
            DeadLetters deadLetters,
            Subjects subjects,
            SubjectKeys keys,
            Consents consents,
            RequestedConsents requestedConsents,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.reader = reader;
        this.signatures = signatures;
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.subjects = subjects;
        this.keys = keys;
        this.consents = consents;
        this.requestedConsents = requestedConsents;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    IntakeUnit open(Flow flow, List<RawEvent> events) {
        List<Arrival> arrivals = events.stream().map(raw -> arrival(flow, raw)).toList();
        Knowledge knowledge = transaction.execute(status -> lookUp(flow, arrivals));
        return new IntakeUnit(flow.id(), arrivals, knowledge);
    }

    /** Nothing of an event is read before its signature has been checked, where the flow wants one. */
    private Arrival arrival(Flow flow, RawEvent raw) {
        return flow.signer()
                .flatMap(signer -> signatures.objection(signer, raw))
                .map(reason -> new Arrival(raw, reader.setAside(raw, flow.id(), reason), null))
                .orElseGet(() -> new Arrival(
                        raw,
                        reader.read(raw, flow.id(), flow.mapping()),
                        flow.signer().map(Signer::name).orElse(null)));
    }

    /** May be called again after it failed. */
    void commit(IntakeUnit unit) {
        commit(unit, () -> {});
    }

    /** @param within done in the same transaction */
    void commit(IntakeUnit unit, Runnable within) {
        Staged staged = unit.staged();
        transaction.executeWithoutResult(status -> {
            audit.append(staged.arrived());
            outbox.giveWay(unit.replaced());
            outbox.enqueue(staged.queued());
            outbox.refuse(staged.refused());
            requestedConsents.record(unit, staged.requested());
            deadLetters.store(staged.dead());
            audit.append(staged.records());
            within.run();
        });
        unit.close();
    }

    private Knowledge lookUp(Flow flow, Collection<Arrival> arrivals) {
        Set<Recipient> recipients = arrivals.stream()
                .map(Arrival::read)
                .filter(Readable.class::isInstance)
                .map(read -> ((Readable) read).person())
                .collect(Collectors.toSet());
        Map<Recipient, SubjectRef> people = subjects.resolve(recipients);
        Collection<SubjectRef> references = Set.copyOf(people.values());
        return new Knowledge(
                outbox.known(flow.id(), sources(arrivals)),
                people,
                keys.load(references),
                consents.current(references));
    }

    private static Set<BlindIndex> sources(Collection<Arrival> arrivals) {
        return arrivals.stream().map(Arrival::read).map(ReadEvent::source).collect(Collectors.toSet());
    }
}
