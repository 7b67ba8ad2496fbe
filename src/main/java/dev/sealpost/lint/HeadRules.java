package dev.sealpost.lint;

import java.util.Set;
import java.util.regex.Pattern;

/** A route says who it is and which policy it has, and nothing else about how it runs. It starts from an intake kamelet. */
final class HeadRules {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Set<String> OF_ROUTE = Set.of("description", "group", "note");
    private static final Set<String> SETTINGS =
            Set.of("id", "description", "group", "note", "routeConfigurationId", "from");
    private static final Set<String> IN_SOURCE = Set.of("uri", "parameters", "steps");
    private static final Set<String> OF_SOURCE = Set.of("id", "description", "note");

    private final Catalog catalog;
    private final Findings findings;

    HeadRules(Catalog catalog, Findings findings) {
        this.catalog = catalog;
        this.findings = findings;
    }

    void check(FlowModel flow) {
        id(flow);
        policy(flow);
        settings(flow);
        source(flow);
    }

    private void id(FlowModel flow) {
        if (flow.id() == null || flow.id().text().isEmpty()) {
            findings.add(Rule.FLOW_ID, flow.place(), "the route has no id");
        } else if (!ID.matcher(flow.id().text()).matches()) {
            findings.add(Rule.FLOW_ID, flow.id().valueAt(), "\"" + flow.id().text() + "\" is not an id for a flow");
        }
    }

    private void policy(FlowModel flow) {
        Set<String> known = catalog.policies();
        if (flow.policy() == null || flow.policy().text().isEmpty()) {
            findings.add(
                    Rule.POLICY,
                    flow.place(),
                    "the route has no routeConfigurationId",
                    Meant.among(known, "", Rule.POLICY));
        } else if (!known.contains(flow.policy().text())) {
            String policy = flow.policy().text();
            findings.add(
                    Rule.POLICY,
                    flow.policy().valueAt(),
                    "routes/policies has no \"" + policy + "\"",
                    Meant.among(known, policy, Rule.POLICY));
        }
    }

    private void settings(FlowModel flow) {
        flow.settings().stream()
                .filter(setting -> !OF_ROUTE.contains(setting.name()))
                .forEach(setting -> findings.add(
                        Rule.ROUTE_SETTING,
                        setting.at(),
                        "a flow does not set \"" + setting.name() + "\"",
                        settingFix(setting.name())));
        flow.fromSettings().stream()
                .filter(setting -> !OF_SOURCE.contains(setting.name()))
                .forEach(setting -> findings.add(
                        Rule.ROUTE_SETTING,
                        setting.at(),
                        "the source of a flow does not set \"" + setting.name() + "\"",
                        "remove it; allowed are uri, parameters and steps"));
    }

    private static String settingFix(String name) {
        return IN_SOURCE.contains(name)
                ? "move it below from:, and indent it by two more"
                : Meant.oneOf(SETTINGS, name, Rule.ROUTE_SETTING);
    }

    private void source(FlowModel flow) {
        Endpoint from = flow.from();
        if (from == null) {
            findings.add(
                    Rule.SOURCE,
                    flow.place(),
                    "the route has no from",
                    Meant.among(catalog.kamelets().sources(), "", Rule.SOURCE));
            return;
        }
        if (from.hasPlaceholder()) {
            findings.add(Rule.PLACEHOLDER_ENDPOINT, from.at(), "the source's uri has a placeholder");
            return;
        }
        from.kamelet()
                .flatMap(catalog.kamelets()::source)
                .ifPresentOrElse(
                        kamelet -> new ParameterRules(catalog.settings(), findings).check(from, kamelet),
                        () -> noIntake(from));
    }

    private void noIntake(Endpoint from) {
        Set<String> known = catalog.kamelets().sources();
        String fix = from.kamelet()
                .map(name -> Meant.among(known, name, Rule.SOURCE))
                .or(() -> Meant.kamelet(from.uri(), known))
                .orElseGet(() -> Meant.among(known, "", Rule.SOURCE));
        findings.add(
                from.isWhatsApp() ? Rule.RAW_WHATSAPP : Rule.SOURCE,
                from.at(),
                "\"" + from.uri() + "\" is not an intake kamelet",
                fix);
    }
}
