package dev.sealpost.lint;

import java.util.List;

/** All rules about one flow. */
final class FlowRules {

    private final Catalog catalog;

    FlowRules(Catalog catalog) {
        this.catalog = catalog;
    }

    void check(FlowModel flow, Findings findings) {
        new HeadRules(catalog, findings).check(flow);
        new ElementRules(catalog, findings).check(flow.steps());
        List<Way> ways = Way.through(flow.steps());
        new OrderRules(flow, findings).check(ways);
        ways.stream().limit(Way.MOST).forEach(way -> new ReferenceRules(catalog.settings(), findings).check(way));
    }
}
