package dev.sealpost.routing;

import dev.sealpost.intake.EventMapping;
import dev.sealpost.intake.SourceFlows;
import dev.sealpost.message.FieldPath;
import dev.sealpost.signature.Signer;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.component.kamelet.KameletEndpoint;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.util.URISupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The flows, as the context's routes define them. */
@Component
class Flows implements SourceFlows {

    private static final String RECEIVE = "kamelet:receive";

    private final ObjectProvider<CamelContext> context;
    private final SignedBy signedBy;
    private final Map<String, Flow> byRoute = new ConcurrentHashMap<>();

    Flows(ObjectProvider<CamelContext> context, SignedBy signedBy) {
        this.context = context;
        this.signedBy = signedBy;
    }

    /**
     * Notes a route that starts from a source kamelet.
     *
     * @throws IllegalStateException unless it says exactly once how its events are read; the route is then not created
     * @throws dev.sealpost.configuration.InvalidConfiguration if it names a signer that is not known
     */
    void add(CamelContext camel, String routeId, RouteDefinition route) {
        List<String> receives =
                ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), ToDefinition.class).stream()
                        .map(ToDefinition::getUri)
                        .filter(uri -> uri.startsWith(RECEIVE))
                        .toList();
        if (receives.size() != 1) {
            throw new IllegalStateException("Flow " + routeId + " has " + receives.size() + " steps " + RECEIVE
                    + "; it needs exactly one, as its first step");
        }
        Optional<Signer> signer = signedBy.signer(camel, route.getInput());
        byRoute.put(routeId, new Flow(routeId, mapping(camel, receives.get(0)), signer));
    }

    /**
     * The flow that a source kamelet feeds.
     *
     * @param sourceRoute the route id of the kamelet's own route
     * @throws IllegalStateException if no flow starts from it
     */
    Flow startedBy(String sourceRoute) {
        return context.getObject().getRoutes().stream()
                .filter(route -> route.getEndpoint() instanceof KameletEndpoint source
                        && source.getRouteId().equals(sourceRoute))
                .findFirst()
                .map(route -> byRoute.get(route.getRouteId()))
                .orElseThrow(() -> new IllegalStateException("No flow starts from the source kamelet " + sourceRoute));
    }

    /** The flow with this id, if there is one that starts from a source kamelet. */
    Optional<Flow> find(String id) {
        return Optional.ofNullable(byRoute.get(id))
                .filter(flow -> context.getObject().getRoute(id) != null);
    }

    @Override
    public String fedBy(String sourceRoute) {
        return startedBy(sourceRoute).id();
    }

    private static EventMapping mapping(CamelContext camel, String uri) {
        Map<String, Object> parameters = parameters(camel, uri);
        return new EventMapping(
                (String) parameters.get("event"), FieldPath.of((String) parameters.get("id")), FieldPath.of((String)
                        parameters.get("phone")));
    }

    static Map<String, Object> parameters(CamelContext camel, String uri) {
        try {
            String query = URISupport.extractQuery(camel.resolvePropertyPlaceholders(uri));
            return query == null ? Map.of() : URISupport.parseQuery(query);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The parameters of a kamelet cannot be read", e);
        }
    }
}
