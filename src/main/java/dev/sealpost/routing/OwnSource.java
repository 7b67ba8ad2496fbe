package dev.sealpost.routing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.model.ModelLifecycleStrategySupport;
import org.apache.camel.model.RouteDefinition;
import org.springframework.stereotype.Component;

/**
 * Gives each flow a source kamelet of its own: Camel lets only one route start from an endpoint, and several flows may start from the
 * same kamelet with the same parameters.
 */
@Component
class OwnSource extends ModelLifecycleStrategySupport {

    private static final Pattern SOURCE = Pattern.compile("kamelet:([a-z-]+)(\\?.*)?");

    @Override
    public void onAddRouteDefinition(RouteDefinition route) {
        if (Boolean.TRUE.equals(route.isKamelet()) || route.getInput() == null) {
            return;
        }
        Matcher source = SOURCE.matcher(route.getInput().getEndpointUri());
        if (source.matches()) {
            String query = source.group(2) == null ? "" : source.group(2);
            route.getInput()
                    .setUri("kamelet:%s/%s-of-%s%s"
                            .formatted(source.group(1), source.group(1), route.getRouteId(), query));
        }
    }
}
