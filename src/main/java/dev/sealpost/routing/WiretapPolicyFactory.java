package dev.sealpost.routing;

import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Taps every route the hub runs, whoever wrote it: a flow cannot leave it out. The kamelets of steps are part of the flow's own
 * exchange, and the audit's sink would tap itself; those two are left out.
 */
@Component
class WiretapPolicyFactory implements RoutePolicyFactory {

    private static final String SINK_ROUTE = "audit-wiretap";

    private final Flows flows;
    private final ObjectProvider<IntakeUnits> units;

    WiretapPolicyFactory(Flows flows, ObjectProvider<IntakeUnits> units) {
        this.flows = flows;
        this.units = units;
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
        RouteDefinition definition = (RouteDefinition) route;
        if (SINK_ROUTE.equals(routeId) || isStep(definition)) {
            return null;
        }
        if (isFlowOfKamelet(definition)) {
            flows.add(context, routeId, definition);
        }
        return new Wiretap(context.createProducerTemplate(), units.getObject(), !isKamelet(definition));
    }

    private static boolean isStep(RouteDefinition route) {
        return isKamelet(route) && route.getInput().getEndpointUri().startsWith("kamelet:");
    }

    private static boolean isFlowOfKamelet(RouteDefinition route) {
        return !isKamelet(route) && route.getInput().getEndpointUri().startsWith("kamelet:");
    }

    private static boolean isKamelet(RouteDefinition route) {
        return Boolean.TRUE.equals(route.isKamelet());
    }
}
