package dev.sealpost.lint;

import java.util.Set;
import org.apache.camel.model.RouteDefinition;

/** The routes that the hub is made of: nothing of an event comes by them, or only sealed and through the outbox. */
final class InternalRoutes {

    private static final Set<String> IDS = Set.of("audit-wiretap", "whatsapp-send");

    private InternalRoutes() {}

    static boolean contain(RouteDefinition route) {
        return IDS.contains(route.getRouteId())
                && route.getInput().getEndpointUri().startsWith("direct:");
    }
}
