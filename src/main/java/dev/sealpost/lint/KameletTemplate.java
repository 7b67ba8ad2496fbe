package dev.sealpost.lint;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks a kamelet's template: its code is the hub's own, and it hands messages to the flow and nowhere else. Not checked: what the
 * hub's own code does with the parameters it is given.
 */
final class KameletTemplate {

    private static final String OWN_CODE = "#class:dev.sealpost.";
    private static final Set<String> STEPS = Set.of("process", "split", "to");
    private static final Pattern SOURCE = Pattern.compile(
            "kamelet:source|(kafka|crm|whatsapp-inbound|imaps?|direct|\\{\\{sealpost[.]mail[.]protocol}}):.*");
    private static final Pattern NOT_PLAIN = Pattern.compile(
            "(#(class|type|valueAs|property|autowired)\\b|resource:).*|(?!\\$\\{body}$).*[$]\\{.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Set<String> OF_BEAN = Set.of("name", "type", "properties");
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
        KameletFile.at(template, "from").ifPresent(this::from);
        KameletFile.at(template, "beans").map(Item::items).orElse(List.of()).forEach(this::bean);
        KameletFile.at(template, "from", "steps")
                .map(new YamlSteps(findings)::steps)
                .orElse(List.of())
                .forEach(this::step);
    }

    private void from(Item from) {
        boolean known =
                KameletFile.text(from, "uri").filter(SOURCE.asMatchPredicate()).isPresent();
        if (!known) {
            findings.add(Rule.KAMELET, from.at(), "a kamelet starts from a source of the hub");
        }
        plain(from);
    }

    /** The body may be split, and beans of the hub may be named; nothing else is computed, made or loaded. */
    private void plain(Item item) {
        if (item instanceof Item.Text text
                && NOT_PLAIN.matcher(text.value().strip()).matches()) {
            findings.add(Rule.KAMELET, text.at(), "a kamelet computes, makes and loads nothing here");
        } else if (item instanceof Item.Sequence sequence) {
            sequence.items().forEach(this::plain);
        } else if (item instanceof Item.Block block) {
            block.entries().forEach(entry -> plain(entry.value()));
        }
    }

    private void bean(Item bean) {
        bean.block().map(Item.Block::entries).orElse(List.of()).stream()
                .filter(entry -> !OF_BEAN.contains(entry.key()))
                .forEach(entry -> findings.add(Rule.KAMELET, entry.at(), "a bean has no \"" + entry.key() + "\" here"));
        KameletFile.at(bean, "properties").ifPresent(this::plain);
        if (!KameletFile.text(bean, "type")
                .filter(type -> type.startsWith(OWN_CODE))
                .isPresent()) {
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
