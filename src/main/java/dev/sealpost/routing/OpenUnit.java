package dev.sealpost.routing;

import dev.sealpost.audit.AuditStage;
import dev.sealpost.intake.EventBatch;
import dev.sealpost.signature.Signer;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Opens the intake unit of a batch and makes the batch's arrivals the body, to be split through the flow. */
public final class OpenUnit implements Processor {

    private static final String BATCH = "sealpost.batch";

    private final IntakeUnits units;
    private final Flows flows;

    OpenUnit(IntakeUnits units, Flows flows) {
        this.units = units;
        this.flows = flows;
    }

    static boolean isPartOfBatch(Exchange exchange) {
        return exchange.getProperty(BATCH) != null;
    }

    /** The batch as the source handed it over, for acknowledging. */
    static EventBatch batchOf(Exchange exchange) {
        return exchange.getProperty(BATCH, EventBatch.class);
    }

    /** Makes an exchange carry one arrival of a unit that someone else opened and commits. */
    static void join(Exchange exchange, IntakeUnit unit, Arrival arrival) {
        exchange.setProperty(BATCH, (EventBatch) List::of);
        exchange.setProperty(AuditStage.PROPERTY, unit);
        exchange.getMessage().setBody(arrival);
    }

    @Override
    public void process(Exchange exchange) {
        Flow flow = flows.startedBy(exchange.getFromRouteId());
        EventBatch batch = exchange.getMessage().getBody() instanceof EventBatch given
                ? given
                : new KafkaBatch(
                        exchange.getMessage().getBody(List.class), flow.signer().flatMap(Signer::header));
        IntakeUnit unit = units.open(flow, batch.events());
        exchange.setProperty(BATCH, batch);
        exchange.setProperty(AuditStage.PROPERTY, unit);
        exchange.getMessage().setBody(unit.arrivals());
    }
}
