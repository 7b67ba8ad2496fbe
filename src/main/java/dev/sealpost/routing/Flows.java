package dev.sealpost.routing;

import dev.sealpost.intake.EventMapping;
import dev.sealpost.message.FieldPath;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.kamelet.KameletEndpoint;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.util.URISupport;
import org.springframework.stereotype.Component;

/** The flows as the running context has them. */
@Component
class Flows {

    private static final String RECEIVE = "kamelet:receive";

    private final CamelContext context;
    private final Map<String, Flow> bySource = new ConcurrentHashMap<>();

    Flows(CamelContext context) {
        this.context = context;
    }

    /**
     * The flow that a source kamelet feeds.
     *
     * @param sourceRoute the route id of the kamelet's own route
     * @throws IllegalStateException if no flow starts from it, or the flow does not say how its events are read
     */
    Flow startedBy(String sourceRoute) {
        return bySource.computeIfAbsent(sourceRoute, this::find);
    }

    private Flow find(String sourceRoute) {
        return context.getRoutes().stream()
                .filter(route -> route.getEndpoint() instanceof KameletEndpoint source
                        && source.getRouteId().equals(sourceRoute))
                .findFirst()
                .map(this::flowOf)
                .orElseThrow(() -> new IllegalStateException("No flow starts from the source kamelet " + sourceRoute));
    }

    private Flow flowOf(Route route) {
        RouteDefinition definition = context.getCamelContextExtension()
                .getContextPlugin(org.apache.camel.model.Model.class)
                .getRouteDefinition(route.getRouteId());
        return ProcessorDefinitionHelper.filterTypeInOutputs(definition.getOutputs(), ToDefinition.class).stream()
                .map(ToDefinition::getUri)
                .filter(uri -> uri.startsWith(RECEIVE))
                .findFirst()
                .map(uri -> new Flow(route.getRouteId(), mapping(uri)))
                .orElseThrow(() -> new IllegalStateException("Flow " + route.getRouteId() + " has no " + RECEIVE));
    }

    private EventMapping mapping(String uri) {
        try {
            Map<String, Object> parameters =
                    URISupport.parseQuery(URISupport.extractQuery(context.resolvePropertyPlaceholders(uri)));
            return new EventMapping(
                    (String) parameters.get("event"), FieldPath.of((String) parameters.get("id")), FieldPath.of((String)
                            parameters.get("phone")));
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException("The parameters of " + RECEIVE + " cannot be read", e);
        }
    }
}
