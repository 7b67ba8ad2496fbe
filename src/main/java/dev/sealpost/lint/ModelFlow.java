package dev.sealpost.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.model.OptionalIdentifiedDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;

/** Reads a route of Camel's model, as the Java DSL makes it, into a {@link FlowModel}. */
final class ModelFlow {

    private static final String FLOW = "a flow of the Java DSL";

    private final RouteDefinition route;
    private final Place at;

    ModelFlow(RouteDefinition route) {
        this.route = route;
        this.at = place(route, Place.of(file(route)));
    }

    FlowModel read() {
        return new FlowModel(
                at,
                setting("id", route.getRouteId()),
                setting("routeConfigurationId", route.getRouteConfigurationId()),
                Optional.ofNullable(route.getInput())
                        .map(from -> Endpoint.of(from.getEndpointUri(), place(from, at), List.of()))
                        .orElse(null),
                settings(),
                List.of(),
                steps());
    }

    private List<Element> steps() {
        List<ProcessorDefinition<?>> own =
                route.getOutputs().stream().filter(step -> !isOfPolicy(step)).toList();
        return new ModelSteps(at).read(own);
    }

    /** Camel puts a policy's clauses into the route; they come from the policy's own file, which was checked by itself. */
    private boolean isOfPolicy(ProcessorDefinition<?> step) {
        String file = step.getLocation();
        return step instanceof OnExceptionDefinition
                && file != null
                && file.endsWith(Lint.ROUTES)
                && !file.equals(route.getLocation());
    }

    private List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        settings.add(setting("errorHandlerRef", route.getErrorHandlerRef()));
        settings.add(setting("errorHandler", route.isErrorHandlerFactorySet() ? "" : null));
        settings.add(setting("routePolicyRef", route.getRoutePolicyRef()));
        settings.add(setting("routePolicy", empty(route.getRoutePolicies()) ? null : ""));
        settings.add(setting("autoStartup", route.getAutoStartup()));
        settings.add(setting("trace", route.getTrace()));
        settings.add(setting("messageHistory", route.getMessageHistory()));
        settings.add(setting("logMask", route.getLogMask()));
        settings.add(setting("streamCache", route.getStreamCache()));
        settings.add(setting("precondition", route.getPrecondition()));
        settings.add(setting("delayer", route.getDelayer()));
        settings.add(setting("shutdownRoute", route.getShutdownRoute()));
        return settings.stream().filter(Objects::nonNull).toList();
    }

    private static boolean empty(List<?> list) {
        return list == null || list.isEmpty();
    }

    private Setting setting(String name, String value) {
        return value == null ? null : new Setting(name, at, value, at);
    }

    /** The file of its steps: Camel does not say where a route of the Java DSL begins. */
    private static String file(RouteDefinition route) {
        return route.getOutputs().stream()
                .map(ProcessorDefinition::getLocation)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(FLOW);
    }

    /** As far as Camel noted it: it knows lines, not columns. */
    static Place place(OptionalIdentifiedDefinition<?> definition, Place fallback) {
        return definition.getLocation() == null || definition.getLineNumber() < 1
                ? fallback
                : new Place(definition.getLocation().replaceFirst("^source:", ""), definition.getLineNumber(), 0);
    }
}
