package dev.sealpost.dryrun;

import dev.sealpost.lint.FlowFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.RouteConfigurationsBuilder;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.Model;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.ModelLifecycleStrategySupport;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** Brings the flow and the policies into the dry run's own Camel, with the sample in the place of the source. */
final class FlowRoutes {

    static final String SAMPLE = "direct:sample";

    private final CamelContext camel;
    private final Path routes;

    FlowRoutes(CamelContext camel, Path routes) {
        this.camel = camel;
        this.routes = routes;
    }

    /** @return whether there is such a flow, in YAML or among these of the Java DSL */
    boolean add(String flow, Collection<RouteBuilder> javaFlows) throws Exception {
        camel.getCamelContextExtension()
                .getContextPlugin(Model.class)
                .addModelLifecycleStrategy(new SampleAsSource(flow));
        try (Stream<Path> policies = Files.list(routes.resolve("policies"))) {
            for (Path policy : policies.filter(file -> file.toString().endsWith(".camel.yaml"))
                    .toList()) {
                load(policy);
            }
        }
        camel.addRoutes(new AuditSink());
        Optional<Path> file = FlowFiles.find(routes, flow);
        if (file.isPresent()) {
            load(file.get());
        } else {
            for (RouteBuilder builder : javaFlows) {
                camel.addRoutes(builder);
            }
        }
        return camel.getRoute(flow) != null || ((ModelCamelContext) camel).getRouteDefinition(flow) != null;
    }

    private void load(Path file) throws Exception {
        Resource resource = ResourceHelper.resolveResource(camel, "file:" + file.toAbsolutePath());
        Collection<RoutesBuilder> builders = PluginHelper.getRoutesLoader(camel).findRoutesBuilders(List.of(resource));
        for (RoutesBuilder builder : builders) {
            camel.addRoutesConfigurations((RouteConfigurationsBuilder) builder);
            camel.addRoutes(builder);
        }
    }

    /** What a source would hand over comes from here; every other flow gets nothing. */
    private static final class SampleAsSource extends ModelLifecycleStrategySupport {

        private final String flow;

        private SampleAsSource(String flow) {
            this.flow = flow;
        }

        @Override
        public void onAddRouteDefinition(RouteDefinition route) {
            boolean internal = Boolean.TRUE.equals(route.isKamelet()) || AuditSink.ID.equals(route.getRouteId());
            if (!internal) {
                String source = flow.equals(route.getRouteId()) ? SAMPLE : "direct:nothing-" + route.getRouteId();
                route.getInput().setUri(source);
            }
        }
    }

    /** Where the wiretap writes; a dry run is not audited. */
    private static final class AuditSink extends RouteBuilder {

        private static final String ID = "audit-wiretap";

        @Override
        public void configure() {
            from("direct:audit-wiretap").routeId(ID).stop();
        }
    }
}
