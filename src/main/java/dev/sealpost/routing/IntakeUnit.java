package dev.sealpost.routing;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.audit.AuditStage;
import dev.sealpost.consent.ConsentRequest;
import dev.sealpost.delivery.DeadEvent;
import dev.sealpost.delivery.QueuedMessage;
import dev.sealpost.delivery.RecordedMessage;
import dev.sealpost.delivery.RefusedMessage;
import dev.sealpost.intake.Accepted;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import dev.sealpost.vault.BlindIndex;
import dev.sealpost.vault.DataKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Events that are accepted or refused together: what the steps decide about them is staged here and committed in one transaction,
 * after which the source is acknowledged. Steps that run at the same time may stage at the same time.
 */
final class IntakeUnit implements AuditStage {

    private static final Reason NO_OUTCOME =
            Reason.of("no-outcome", "the flow ended without deliver, or one of its steps failed");

    private final String flow;
    private final List<Arrival> arrivals;
    private final Knowledge knowledge;
    private final Instant openedAt = Instant.now();
    private final Staged staged = new Staged();
    private final Map<BlindIndex, MessageId> firsts = new HashMap<>();
    private boolean closed;

    IntakeUnit(String flow, List<Arrival> arrivals, Knowledge knowledge) {
        this.flow = flow;
        this.arrivals = List.copyOf(arrivals);
        this.knowledge = knowledge;
        arrivals.forEach(arrival -> firsts.putIfAbsent(arrival.read().source(), arrival.id()));
    }

    String flow() {
        return flow;
    }

    List<Arrival> arrivals() {
        return arrivals;
    }

    Knowledge knowledge() {
        return knowledge;
    }

    /** The message that had this arrival's source id first, before this unit or within it; null if this is the first. */
    MessageId originalOf(Arrival arrival) {
        MessageId before = knowledge.known().get(arrival.read().source());
        MessageId first = firsts.get(arrival.read().source());
        if (before != null && before.equals(arrival.raw().replaces())) {
            return first.equals(arrival.id()) ? null : first;
        }
        return before != null ? before : first.equals(arrival.id()) ? null : first;
    }

    /** The refused messages whose place these events take. */
    List<MessageId> replaced() {
        return arrivals.stream()
                .map(arrival -> arrival.raw().replaces())
                .filter(Objects::nonNull)
                .toList();
    }

    Instant openedAt() {
        return openedAt;
    }

    synchronized void queue(Arrival arrival, QueuedMessage message) {
        end(arrival, new Accepted.Queued(arrival.id()));
        staged.arrived().add(entry(AuditKind.MESSAGE_RECEIVED, arrival).build());
        staged.queued().add(message);
    }

    synchronized void refuse(Arrival arrival, Reason reason) {
        refuse(arrival, reason, new Accepted.Refused(arrival.id(), reason));
    }

    private void refuse(Arrival arrival, Reason reason, Accepted how) {
        end(arrival, how);
        staged.arrived().add(entry(AuditKind.MESSAGE_RECEIVED, arrival).build());
        staged.refused().add(refused(arrival, reason));
    }

    synchronized void request(Arrival arrival, ConsentRequest request) {
        end(arrival, new Accepted.Recorded(arrival.id()));
        staged.arrived().add(entry(AuditKind.MESSAGE_RECEIVED, arrival).build());
        staged.requested().add(new RequestedConsents.Staged(arrival, request));
    }

    RefusedMessage refused(Arrival arrival, Reason reason) {
        return new RefusedMessage(
                arrival.id(), flow, arrival.read().source(), arrival.subject(), arrival.purpose(), reason, openedAt);
    }

    RecordedMessage recorded(Arrival arrival, Reason reason) {
        return new RecordedMessage(
                arrival.id(), flow, arrival.read().source(), arrival.subject(), arrival.purpose(), reason, openedAt);
    }

    /** Keeps the event as a dead letter, but not that of a person who was erased: nothing could erase it again. */
    synchronized void setAside(Arrival arrival, Reason reason) {
        refuse(arrival, reason, new Accepted.SetAside(arrival.id(), reason));
        DataKey key = arrival.subject() == null ? null : knowledge.keys().get(arrival.subject());
        if (arrival.subject() == null || key != null) {
            byte[] event = arrival.raw().body();
            staged.dead().add(new DeadEvent(arrival.id(), flow, arrival.subject(), reason, key, event));
        }
    }

    synchronized void duplicate(Arrival arrival, MessageId original) {
        end(arrival, new Accepted.Duplicate(original));
        staged.arrived()
                .add(entry(AuditKind.MESSAGE_DUPLICATE, arrival)
                        .message(original)
                        .outcome("dropped")
                        .reason(Reason.of("duplicate", "this source id was handled before"))
                        .build());
    }

    @Override
    public synchronized boolean stage(AuditRecord entry) {
        return !closed && staged.records().add(entry);
    }

    /** Nothing vanishes: an event that its flow left without an outcome is set aside. */
    void setAsideWhatHasNoOutcome() {
        arrivals.stream().filter(arrival -> !arrival.ended()).forEach(arrival -> setAside(arrival, NO_OUTCOME));
    }

    synchronized Staged staged() {
        return staged;
    }

    /** It is committed, or given up. */
    synchronized void close() {
        closed = true;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    private void end(Arrival arrival, Accepted how) {
        if (closed) {
            throw new IllegalStateException("The unit of message " + arrival.id() + " is closed");
        }
        arrival.end(how);
    }

    private AuditRecord.Builder entry(AuditKind kind, Arrival arrival) {
        return AuditRecord.of(kind)
                .at(openedAt)
                .flow(flow)
                .message(arrival.id())
                .subject(arrival.subject())
                .purpose(arrival.purpose())
                .evidence("coordinates", arrival.raw().coordinates());
    }
}
