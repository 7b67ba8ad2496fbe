package dev.sealpost.dryrun;

import dev.sealpost.consent.ConsentedMessage;
import dev.sealpost.intake.ReceivedMessage;
import dev.sealpost.minimisation.MinimisedMessage;
import dev.sealpost.sealing.SealedMessage;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.spi.InterceptStrategy;

/** Stands behind each step of the flow, looks at the state it made, and changes nothing. */
final class Witness implements InterceptStrategy {

    private ReceivedMessage received;
    private ConsentedMessage consented;
    private MinimisedMessage minimised;
    private SealedMessage sealed;
    private String step = "";
    private boolean ended;

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, Processor next) {
        return definition instanceof ToDefinition to ? exchange -> watch(name(to), target, exchange) : target;
    }

    private void watch(String name, Processor target, Exchange exchange) throws Exception {
        step = ended ? step : name;
        target.process(exchange);
        Object state = exchange.getMessage().getBody();
        received = state instanceof ReceivedMessage message ? message : received;
        consented = state instanceof ConsentedMessage message ? message : consented;
        minimised = state instanceof MinimisedMessage message ? message : minimised;
        sealed = state instanceof SealedMessage message ? message : sealed;
        ended = ended || exchange.isRouteStop() || exchange.isFailed();
    }

    private static String name(ToDefinition to) {
        String uri = to.getEndpointUri();
        int query = uri.indexOf('?');
        return (query < 0 ? uri : uri.substring(0, query)).replace("kamelet:", "");
    }

    ReceivedMessage received() {
        return received;
    }

    ConsentedMessage consented() {
        return consented;
    }

    MinimisedMessage minimised() {
        return minimised;
    }

    SealedMessage sealed() {
        return sealed;
    }

    /** The step that ended the message's way, or the last there was. */
    String step() {
        return step;
    }
}
