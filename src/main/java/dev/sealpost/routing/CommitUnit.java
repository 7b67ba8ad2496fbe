package dev.sealpost.routing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;

/**
 * Commits the intake unit of a batch in one transaction, and only then the offsets: those of the last record of each partition. An
 * event that the flow left without an outcome is set aside as a dead letter: nothing vanishes.
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
        units.commit(unit);
        Wiretap.markRecorded(exchange, exchange.getFromRouteId());
        acknowledge(OpenUnit.batchOf(exchange));
        exchange.getMessage().setBody(null);
    }

    private static void acknowledge(OpenUnit.Batch batch) {
        Map<Object, KafkaManualCommit> lastOfPartition = new LinkedHashMap<>();
        batch.records().forEach(entry -> {
            Exchange consumed = (Exchange) entry;
            KafkaManualCommit commit =
                    consumed.getMessage().getHeader(KafkaConstants.MANUAL_COMMIT, KafkaManualCommit.class);
            lastOfPartition.put(
                    consumed.getMessage().getHeader(KafkaConstants.TOPIC) + "-"
                            + consumed.getMessage().getHeader(KafkaConstants.PARTITION),
                    commit);
        });
        lastOfPartition.values().forEach(KafkaManualCommit::commit);
    }
}
