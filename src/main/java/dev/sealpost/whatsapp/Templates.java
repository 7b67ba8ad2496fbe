package dev.sealpost.whatsapp;

import dev.sealpost.consent.TemplateCategory;
import dev.sealpost.message.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The templates there are. What is not in here is not sent. */
public record Templates(Map<String, Template> byName) {

    public Templates {
        byName = Map.copyOf(byName);
    }

    public Optional<Template> find(String name) {
        return Optional.ofNullable(name).map(byName::get);
    }

    public Set<String> names() {
        return byName.keySet();
    }

    /**
     * Why a message with these minimised fields cannot be sent with this template, or empty.
     *
     * @param category the purpose's
     */
    public Optional<Reason> objection(String template, TemplateCategory category, Set<String> fields) {
        return find(template)
                .filter(known -> known.category() != category)
                .map(known -> otherCategory(known, category))
                .or(() -> objection(template, fields));
    }

    Optional<Reason> objection(String template, Set<String> fields) {
        return find(template)
                .map(known -> known.missing(fields).map(Templates::missing))
                .orElseGet(() -> Optional.of(Reason.of("unknown-template")));
    }

    private static Reason otherCategory(Template template, TemplateCategory category) {
        return Reason.of(
                "template-category",
                "the template is of category " + template.category() + ", the purpose of category " + category);
    }

    private static Reason missing(String parameter) {
        return Reason.of("template-parameter-missing", parameter);
    }
}
