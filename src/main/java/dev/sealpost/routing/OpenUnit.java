package dev.sealpost.routing;

import dev.sealpost.audit.AuditStage;
import dev.sealpost.intake.RawEvent;
import dev.sealpost.intake.Vouching;
import dev.sealpost.signature.Signer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.kafka.KafkaConstants;

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

    /** The records of the batch as the source delivered them, for acknowledging. */
    static Batch batchOf(Exchange exchange) {
        return exchange.getProperty(BATCH, Batch.class);
    }

    /** Makes an exchange carry one arrival of a unit that someone else opened and commits. */
    static void join(Exchange exchange, IntakeUnit unit, Arrival arrival) {
        exchange.setProperty(BATCH, new Batch(List.of()));
        exchange.setProperty(AuditStage.PROPERTY, unit);
        exchange.getMessage().setBody(arrival);
    }

    @Override
    public void process(Exchange exchange) {
        Batch batch = new Batch(exchange.getMessage().getBody(List.class));
        List<RawEvent> events = new ArrayList<>(batch.records().size());
        Flow flow = flows.startedBy(exchange.getFromRouteId());
        batch.records().forEach(entry -> events.add(rawEvent((Exchange) entry, flow)));
        IntakeUnit unit = units.open(flow, events);
        exchange.setProperty(BATCH, batch);
        exchange.setProperty(AuditStage.PROPERTY, unit);
        exchange.getMessage().setBody(unit.arrivals());
    }

    private static RawEvent rawEvent(Exchange entry, Flow flow) {
        byte[] body = entry.getMessage().getBody(byte[].class);
        return new RawEvent(body == null ? new byte[0] : body, coordinates(entry), vouching(entry, flow));
    }

    private static Vouching vouching(Exchange entry, Flow flow) {
        return flow.signer()
                .flatMap(Signer::header)
                .map(name -> entry.getMessage().getHeader(name, byte[].class))
                .<Vouching>map(value -> new Vouching.Signature(new String(value, StandardCharsets.ISO_8859_1)))
                .orElseGet(Vouching.Nothing::new);
    }

    private static String coordinates(Exchange entry) {
        return "kafka:" + entry.getMessage().getHeader(KafkaConstants.TOPIC) + ":"
                + entry.getMessage().getHeader(KafkaConstants.PARTITION) + ":"
                + entry.getMessage().getHeader(KafkaConstants.OFFSET);
    }

    /** Prints none of its records. */
    record Batch(List<?> records) {

        @Override
        public String toString() {
            return "Batch[" + records.size() + "]";
        }
    }
}
