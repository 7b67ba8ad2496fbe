package dev.sealpost.routing;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.delivery.DeadEvent;
import dev.sealpost.delivery.RecordedMessage;
import dev.sealpost.delivery.RefusedMessage;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import dev.sealpost.vault.DataKey;
import java.time.Instant;

/**
 * What is written down about the arrivals of a unit.
 *
 * @param openedAt when they came in
 */
record ArrivalRecords(String flow, Instant openedAt) {

    AuditRecord received(Arrival arrival) {
        return entry(AuditKind.MESSAGE_RECEIVED, arrival).build();
    }

    AuditRecord duplicate(Arrival arrival, MessageId original) {
        return entry(AuditKind.MESSAGE_DUPLICATE, arrival)
                .message(original)
                .outcome("dropped")
                .reason(Reason.of("duplicate", "this source id was handled before"))
                .build();
    }

    RefusedMessage refused(Arrival arrival, Reason reason) {
        return new RefusedMessage(
                arrival.id(), flow, arrival.read().source(), arrival.subject(), arrival.purpose(), reason, openedAt);
    }

    RecordedMessage recorded(Arrival arrival, Reason reason) {
        return new RecordedMessage(
                arrival.id(), flow, arrival.read().source(), arrival.subject(), arrival.purpose(), reason, openedAt);
    }

    /** @param key null if it is not known who the event is about */
    DeadEvent dead(Arrival arrival, Reason reason, DataKey key) {
        return new DeadEvent(
                arrival.id(),
                flow,
                arrival.subject(),
                reason,
                key,
                arrival.raw().body(),
                arrival.verifiedBy());
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
