package dev.sealpost.routing;

import dev.sealpost.delivery.SourceTakenMeanwhile;
import dev.sealpost.intake.Accepted;
import dev.sealpost.intake.Admission;
import dev.sealpost.intake.EventEntrance;
import dev.sealpost.intake.RawEvent;
import dev.sealpost.signature.Signer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Route;
import org.apache.camel.spi.AsyncProcessorAwaitManager;
import org.apache.camel.support.AsyncProcessorConverterHelper;
import org.apache.camel.support.PluginHelper;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Sends events through a flow's own route, as its source kamelet would: one exchange each, all in one unit. */
@Component
class RouteEntrance implements EventEntrance {

    private static final int TRIES = 3;

    private final ObjectProvider<CamelContext> context;
    private final Flows flows;
    private final IntakeUnits units;

    RouteEntrance(ObjectProvider<CamelContext> context, Flows flows, IntakeUnits units) {
        this.context = context;
        this.flows = flows;
        this.units = units;
    }

    @Override
    public Admission accept(String flow, List<RawEvent> events, Consumer<List<Accepted>> within) {
        if (events.size() > MOST) {
            throw new IllegalArgumentException(events.size() + " events; at most " + MOST + " are taken at a time");
        }
        return flows.find(flow)
                .map(known -> isRunning(flow) ? admit(known, events, within) : new Admission.Stopped())
                .orElseGet(Admission.UnknownFlow::new);
    }

    @Override
    public Optional<String> signatureHeader(String flow, String verifiedBy) {
        return flows.find(flow)
                .flatMap(Flow::signer)
                .filter(signer -> !signer.name().equals(verifiedBy))
                .flatMap(Signer::header);
    }

    private boolean isRunning(String flow) {
        return context.getObject().getRouteController().getRouteStatus(flow).isStarted();
    }

    private Admission admit(Flow flow, List<RawEvent> events, Consumer<List<Accepted>> within) {
        try {
            return new Admission.Admitted(untilNobodyIsInBetween(flow, events, within));
        } catch (DataAccessResourceFailureException | TransientDataAccessException | TransactionException e) {
            return new Admission.Unavailable();
        }
    }

    /** Another hub may take in the same event meanwhile; done again, it is a duplicate. */
    private List<Accepted> untilNobodyIsInBetween(Flow flow, List<RawEvent> events, Consumer<List<Accepted>> within) {
        for (int left = TRIES; ; left--) {
            try {
                return once(flow, events, within);
            } catch (SourceTakenMeanwhile again) {
                if (left == 1) {
                    throw again;
                }
            }
        }
    }

    private List<Accepted> once(Flow flow, List<RawEvent> events, Consumer<List<Accepted>> within) {
        Route route = context.getObject().getRoute(flow.id());
        IntakeUnit unit = units.open(flow, events);
        unit.arrivals().forEach(arrival -> pass(route, unit, arrival));
        unit.setAsideWhatHasNoOutcome();
        List<Accepted> outcomes = unit.arrivals().stream().map(Arrival::outcome).toList();
        units.commit(unit, () -> within.accept(outcomes));
        return outcomes;
    }

    /** What fails on the way has no outcome then, and is set aside. */
    private void pass(Route route, IntakeUnit unit, Arrival arrival) {
        Exchange exchange = route.getEndpoint().createExchange(ExchangePattern.InOnly);
        exchange.getExchangeExtension().setFromRouteId(route.getRouteId());
        OpenUnit.join(exchange, unit, arrival);
        AsyncProcessorAwaitManager awaiting =
                PluginHelper.getAsyncProcessorAwaitManager(context.getObject().getCamelContextExtension());
        awaiting.process(AsyncProcessorConverterHelper.convert(route.getProcessor()), exchange);
    }
}
