package dev.sealpost.routing;

import dev.sealpost.audit.AuditRecord;
import dev.sealpost.audit.AuditStage;
import dev.sealpost.consent.ConsentRequest;
import dev.sealpost.delivery.QueuedMessage;
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

    private final ArrivalRecords records;
    private final List<Arrival> arrivals;
    private final Knowledge knowledge;
    private final Staged staged = new Staged();
    private final Map<BlindIndex, MessageId> firsts = new HashMap<>();
    private boolean closed;

    IntakeUnit(String flow, List<Arrival> arrivals, Knowledge knowledge) {
        this.records = new ArrivalRecords(flow, Instant.now());
        this.arrivals = List.copyOf(arrivals);
        this.knowledge = knowledge;
        arrivals.forEach(arrival -> firsts.putIfAbsent(arrival.read().source(), arrival.id()));
    }

    String flow() {
        return records.flow();
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
        return records.openedAt();
    }

    synchronized void queue(Arrival arrival, QueuedMessage message) {
        end(arrival, new Accepted.Queued(arrival.id()));
        staged.arrived().add(records.received(arrival));
        staged.queued().add(message);
    }

    synchronized void refuse(Arrival arrival, Reason reason) {
        refuse(arrival, reason, new Accepted.Refused(arrival.id(), reason));
    }

    private void refuse(Arrival arrival, Reason reason, Accepted how) {
        end(arrival, how);
        staged.arrived().add(records.received(arrival));
        staged.refused().add(records.refused(arrival, reason));
    }

    synchronized void request(Arrival arrival, ConsentRequest request) {
        end(arrival, new Accepted.Recorded(arrival.id()));
        staged.arrived().add(records.received(arrival));
        staged.requested().add(new RequestedConsents.Staged(arrival, request));
    }

    ArrivalRecords records() {
        return records;
    }

    /** Keeps the event as a dead letter, but not that of a person who was erased: nothing could erase it again. */
    synchronized void setAside(Arrival arrival, Reason reason) {
        refuse(arrival, reason, new Accepted.SetAside(arrival.id(), reason));
        DataKey key = arrival.subject() == null ? null : knowledge.keys().get(arrival.subject());
        if (arrival.subject() == null || key != null) {
            staged.dead().add(records.dead(arrival, reason, key));
        }
    }

    synchronized void duplicate(Arrival arrival, MessageId original) {
        end(arrival, new Accepted.Duplicate(original));
        staged.arrived().add(records.duplicate(arrival, original));
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
}
