package dev.sealpost.routing;

import dev.sealpost.intake.EventBatch;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Commits the intake unit of a batch in one transaction, together with what its source has to remember, and only then acknowledges
 * it. An event that the flow left without an outcome is set aside as a dead letter: nothing vanishes.
 */
public final class CommitUnit implements Processor {

    private final IntakeUnits units;

    CommitUnit(IntakeUnits units) {
        this.units = units;
    }

    @Override
    public void process(Exchange exchange) {
        IntakeUnit unit = Passage.unitOf(exchange);
        unit.setAsideWhatHasNoOutcome();
        unit.stage(Wiretap.entry(exchange, exchange.getFromRouteId(), "completed"));
        EventBatch batch = OpenUnit.batchOf(exchange);
        units.commit(unit, batch::commit);
        Wiretap.markRecorded(exchange, exchange.getFromRouteId());
        batch.acknowledge();
        exchange.getMessage().setBody(null);
    }
}
