package dev.sealpost.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.VetoCamelContextStartException;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.LifecycleStrategySupport;
import org.springframework.stereotype.Component;

/**
 * Checks every route just before Camel starts, whoever defined it: those of the Java DSL for the first time, those of YAML as Camel
 * understood them. The hub's own internal routes carry no event and are left out.
 */
@Component
class ModelCheck extends LifecycleStrategySupport {

    private final Catalog catalog;

    ModelCheck(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public void onContextStarting(CamelContext context) throws VetoCamelContextStartException {
        List<Finding> findings = findings(((ModelCamelContext) context).getRouteDefinitions());
        if (!findings.isEmpty()) {
            throw new FlowsRefused(findings);
        }
    }

    List<Finding> findings(List<RouteDefinition> routes) {
        Findings findings = new Findings();
        Map<String, Place> ids = new HashMap<>();
        routes.stream().filter(route -> !InternalRoutes.contain(route)).forEach(route -> {
            FlowModel flow = new ModelFlow(route).read();
            new FlowRules(catalog).check(flow, findings);
            Lint.unique(flow.id(), ids, findings);
        });
        return findings.all();
    }
}
