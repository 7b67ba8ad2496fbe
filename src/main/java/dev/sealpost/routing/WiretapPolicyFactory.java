package dev.sealpost.routing;

import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.springframework.stereotype.Component;

/**
 * Taps every route the hub runs, whoever wrote it: a flow cannot leave it out. The kamelets of steps are part of the flow's own
 * exchange, and the audit's sink would tap itself; those two are left out.
 */
@Component
class WiretapPolicyFactory implements RoutePolicyFactory {

    private static final String SINK_ROUTE = "audit-wiretap";

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
        boolean step = route instanceof RouteDefinition definition
                && Boolean.TRUE.equals(definition.isKamelet())
                && definition.getInput().getEndpointUri().startsWith("kamelet:");
        return step || SINK_ROUTE.equals(routeId) ? null : new Wiretap(context.createProducerTemplate());
    }
}
