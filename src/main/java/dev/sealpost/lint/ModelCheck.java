package dev.sealpost.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.model.ModelLifecycleStrategySupport;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.springframework.stereotype.Component;

/**
 * Checks every route as it comes into Camel's model, whoever defined it: those of the Java DSL for the first time, those of YAML as Camel
 * understood them. The hub's own internal routes and the routes of kamelets are left out.
 *
 * <p>Looks at a route before Camel merges the policy into it, and so before it starts; {@link StartGuard} then stops the start.
 */
@Component
class ModelCheck extends ModelLifecycleStrategySupport {

    private final Catalog catalog;
    private final Findings findings = new Findings();
    private final Map<String, Place> ids = new HashMap<>();

    ModelCheck(Catalog catalog) {
        this.catalog = catalog;
    }

    List<Finding> findings() {
        return findings.all();
    }

    @Override
    public void onAddRouteDefinition(RouteDefinition route) {
        if (Boolean.TRUE.equals(route.isKamelet()) || InternalRoutes.contain(route)) {
            return;
        }
        FlowModel flow = new ModelFlow(route).read();
        new FlowRules(catalog).check(flow, findings);
        Lint.unique(flow.id(), ids, findings);
    }

    /** A template could make routes that nobody looked at. */
    @Override
    public void onAddRouteTemplateDefinition(RouteTemplateDefinition template) {
        if (catalog.kamelets().find(template.getId()).isEmpty()) {
            findings.add(
                    Rule.TOP_LEVEL,
                    ModelFlow.place(template, Place.of("a template of the Java DSL")),
                    "the route template \"" + template.getId() + "\" is no kamelet",
                    "write the flow itself");
        }
    }
}
