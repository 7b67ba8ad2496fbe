package dev.sealpost.crm;

import dev.sealpost.intake.EventBatch;
import java.util.Optional;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;

/** Sends each page as one exchange through the source kamelet, whose steps accept it and commit the cursor with it. */
final class CrmConsumer extends ScheduledPollConsumer {

    private final FeedParameters parameters;
    private final Pollers pollers;
    private Poller poller;

    CrmConsumer(Endpoint endpoint, Processor processor, FeedParameters parameters, Pollers pollers) {
        super(endpoint, processor);
        this.parameters = parameters;
        this.pollers = pollers;
    }

    @Override
    protected int poll() {
        if (poller == null) {
            poller = pollers.of(parameters, getRouteId());
        }
        poller.poll(this::accept, () -> isRunAllowed() && !isSuspendingOrSuspended());
        return 0;
    }

    private Optional<Stop> accept(EventBatch batch) {
        Exchange exchange = createExchange(false);
        try {
            exchange.getMessage().setBody(batch);
            getProcessor().process(exchange);
            return Optional.ofNullable(exchange.getException()).map(CrmConsumer::notCommitted);
        } catch (Exception e) {
            return Optional.of(notCommitted(e));
        } finally {
            releaseExchange(exchange, false);
        }
    }

    /** Its message could quote content. */
    private static Stop notCommitted(Exception cause) {
        return Stop.because("not-committed", cause.getClass().getSimpleName());
    }
}
