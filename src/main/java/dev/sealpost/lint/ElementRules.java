package dev.sealpost.lint;

import dev.sealpost.configuration.Spelling;
import java.util.List;
import java.util.Set;

/** Each step is one of the few kinds that a flow may have, and what it says keeps the data inside. */
final class ElementRules {

    private static final Set<String> SENDING = Set.of(
            "toD",
            "wireTap",
            "enrich",
            "pollEnrich",
            "poll",
            "recipientList",
            "dynamicRouter",
            "routingSlip",
            "kamelet",
            "serviceCall");
    private static final Set<String> CODE = Set.of("process", "script", "bean", "beans");
    private static final Set<String> OWN_POLICY = Set.of(
            "onException",
            "errorHandler",
            "onCompletion",
            "intercept",
            "interceptFrom",
            "interceptSendToEndpoint",
            "onFallback");
    private static final List<String> ALLOWED = List.of("to", "log", "choice", "filter");

    private final Catalog catalog;
    private final Findings findings;

    ElementRules(Catalog catalog, Findings findings) {
        this.catalog = catalog;
        this.findings = findings;
    }

    void check(List<Element> elements) {
        for (Element element : elements) {
            check(element);
            element.ways().forEach(this::check);
        }
    }

    private void check(Element element) {
        switch (element.kind()) {
            case "to" -> to(element);
            case "log" -> new LogRules(findings).check(element);
            case "choice", "filter" -> branch(element);
            default -> refused(element);
        }
    }

    private void to(Element element) {
        StepSettings.check(element, findings);
        Endpoint endpoint = element.endpoint();
        if (endpoint == null || endpoint.uri().isBlank()) {
            findings.add(Rule.EGRESS, element.place(), "this to: has no uri");
        } else if (endpoint.hasPlaceholder()) {
            findings.add(Rule.PLACEHOLDER_ENDPOINT, endpoint.at(), "the uri has a placeholder");
        } else if (endpoint.kamelet().isPresent()) {
            kamelet(endpoint, endpoint.kamelet().get());
        } else {
            Rule rule = endpoint.isWhatsApp() ? Rule.RAW_WHATSAPP : Rule.EGRESS;
            findings.add(
                    rule,
                    endpoint.at(),
                    "\"" + endpoint.uri() + "\" sends the message past the outbox",
                    Meant.kamelet(endpoint.uri(), catalog.kamelets().steps()).orElse(rule.fix()));
        }
    }

    private void kamelet(Endpoint endpoint, String name) {
        catalog.kamelets()
                .step(name)
                .ifPresentOrElse(
                        kamelet -> new ParameterRules(catalog.settings(), findings).check(endpoint, kamelet),
                        () -> findings.add(
                                Rule.UNKNOWN_KAMELET,
                                endpoint.at(),
                                "kamelet:" + name + " is not a step of a flow",
                                Meant.among(catalog.kamelets().steps(), name, Rule.UNKNOWN_KAMELET)));
    }

    private void branch(Element element) {
        StepSettings.check(element, findings);
        element.expressions().forEach(expression -> ExpressionRules.check(expression, findings));
    }

    private void refused(Element element) {
        boolean whatsApp = element.endpoint() != null && element.endpoint().isWhatsApp();
        Rule rule = whatsApp ? Rule.RAW_WHATSAPP : rule(element.kind());
        findings.add(rule, element.at(), "\"" + element.kind() + "\" is not allowed in a flow", fix(element, rule));
    }

    private static Rule rule(String kind) {
        if (SENDING.contains(kind)) {
            return Rule.EGRESS;
        }
        if (CODE.contains(kind)) {
            return Rule.CODE;
        }
        return OWN_POLICY.contains(kind) ? Rule.ROUTE_SETTING : Rule.EIP;
    }

    private static String fix(Element element, Rule rule) {
        return rule == Rule.EIP
                ? Spelling.closest(element.kind(), ALLOWED)
                        .map(closest -> "did you mean \"" + closest + "\"?")
                        .orElse(rule.fix())
                : rule.fix();
    }
}
