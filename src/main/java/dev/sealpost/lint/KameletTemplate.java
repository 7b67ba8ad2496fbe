package dev.sealpost.lint;

import java.util.List;
import java.util.Set;

/**
 * Checks a kamelet's template: its code is the hub's own, and it hands messages to the flow and nowhere else. Not checked: what the
 * hub's own code does with the parameters it is given.
 */
final class KameletTemplate {

    private static final String OWN_CODE = "#class:dev.sealpost.";
    private static final Set<String> STEPS = Set.of("process", "split", "to");
    private static final Set<String> PARTS = Set.of("beans", "from");

    private final Findings findings;

    KameletTemplate(Findings findings) {
        this.findings = findings;
    }

    void check(Item kamelet) {
        Item template = KameletFile.at(kamelet, "spec", "template").orElse(kamelet);
        template.block().map(Item.Block::entries).orElse(List.of()).stream()
                .filter(entry -> template != kamelet && !PARTS.contains(entry.key()))
                .forEach(entry -> findings.add(Rule.KAMELET, entry.at(), "a template has no \"" + entry.key() + "\""));
        KameletFile.at(template, "beans").map(Item::items).orElse(List.of()).forEach(this::bean);
        KameletFile.at(template, "from", "steps")
                .map(new YamlSteps(findings)::steps)
                .orElse(List.of())
                .forEach(this::step);
    }

    private void bean(Item bean) {
        if (!KameletFile.text(bean, "type")
                        .filter(type -> type.startsWith(OWN_CODE))
                        .isPresent()
                || KameletFile.at(bean, "script").isPresent()) {
            findings.add(Rule.KAMELET, bean.at(), "a bean of a kamelet is of a class of the hub, " + OWN_CODE + "…");
        }
    }

    private void step(Element element) {
        boolean elsewhere = element.kind().equals("to")
                && !(element.endpoint() != null && element.endpoint().uri().equals("kamelet:sink"));
        if (!STEPS.contains(element.kind()) || elsewhere) {
            findings.add(Rule.KAMELET, element.place(), "a kamelet does not have this step");
        }
        element.ways().forEach(way -> way.forEach(this::step));
    }
}
