package dev.sealpost.routing;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.audit.AuditStage;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Writes down each exchange of a route: ids, outcome and duration, never content. The record is staged where the exchange's other
 * records are; where nothing is staged it goes to the audit's sink, and an exchange whose record cannot be written fails.
 */
final class Wiretap extends RoutePolicySupport {

    private static final String RECORDED = "sealpost.recorded.";
    private static final String SINK = "direct:audit-wiretap";

    private static final String FLOW = "sealpost.flow";

    private final ProducerTemplate sink;
    private final IntakeUnits units;
    private final boolean flow;

    /** @param flow whether the route is a flow's own, rather than a source kamelet's */
    Wiretap(ProducerTemplate sink, IntakeUnits units, boolean flow) {
        this.sink = sink;
        this.units = units;
        this.flow = flow;
    }

    /**
     * The flow an exchange is in. A step cannot be told by a parameter: flows whose steps have the same parameters share one instance of
     * the kamelet.
     */
    static String flowOf(Exchange exchange) {
        return exchange.getProperty(FLOW, String.class);
    }

    /** Policies are skipped while the context stops; completions are not. */
    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
        if (flow && flowOf(exchange) == null) {
            exchange.setProperty(FLOW, route.getRouteId());
        }
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                onExchangeDone(route, done);
            }
        });
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        if (exchange.getProperty(RECORDED + route.getRouteId()) != null) {
            return;
        }
        markRecorded(exchange, route.getRouteId());
        try {
            settleAlone(exchange, route.getRouteId());
            write(entry(exchange, route.getRouteId(), outcome(exchange)), exchange);
        } catch (RuntimeException e) {
            exchange.setException(new IllegalStateException("The audit cannot record this exchange", e));
        }
    }

    /** For what records an exchange by itself. */
    static void markRecorded(Exchange exchange, String routeId) {
        exchange.setProperty(RECORDED + routeId, true);
    }

    /** A message that came alone, through a flow that ended without an outcome for it. */
    private void settleAlone(Exchange exchange, String routeId) {
        IntakeUnit unit = Passage.unitOf(exchange);
        boolean alone =
                unit != null && !OpenUnit.isPartOfBatch(exchange) && unit.flow().equals(routeId);
        if (alone && !exchange.isFailed() && !unit.isClosed()) {
            unit.setAsideWhatHasNoOutcome();
            units.commit(unit);
        }
    }

    /** What is staged in the unit of a failed exchange may never be committed; its record goes its own way. */
    private void write(AuditRecord entry, Exchange exchange) {
        AuditStage stage = exchange.getProperty(AuditStage.PROPERTY, AuditStage.class);
        boolean lost = stage instanceof IntakeUnit && exchange.isFailed();
        boolean staged = stage != null && !lost && stage.stage(entry);
        if (!staged) {
            sink.sendBody(SINK, entry);
        }
    }

    static AuditRecord entry(Exchange exchange, String routeId, String outcome) {
        long millis = System.currentTimeMillis() - exchange.getClock().getCreated();
        return AuditRecord.of(AuditKind.EXCHANGE)
                .flow(routeId)
                .exchange(exchange.getExchangeId())
                .message(message(exchange))
                .outcome(outcome)
                .reason(reason(exchange))
                .evidence("durationMs", millis)
                .build();
    }

    private static MessageId message(Exchange exchange) {
        Arrival arrival = Passage.arrivalOf(exchange);
        return arrival == null ? exchange.getProperty(AuditStage.MESSAGE, MessageId.class) : arrival.id();
    }

    private static String outcome(Exchange exchange) {
        if (exchange.isFailed()) {
            return "failed";
        }
        return exchange.isRouteStop() ? "ended" : "completed";
    }

    /** The class says enough for an operator to start from; a message could quote content. */
    private static Reason reason(Exchange exchange) {
        Exception cause = exchange.getException();
        return cause == null ? null : Reason.of("failed", cause.getClass().getName());
    }
}
