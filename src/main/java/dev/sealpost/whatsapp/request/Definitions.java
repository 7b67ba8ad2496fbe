package dev.sealpost.whatsapp.request;

import dev.sealpost.consent.TemplateCategory;
import dev.sealpost.message.Reason;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that may be sent: templates and free-form messages by their names. What is not in here is not sent. */
public record Definitions(Map<String, Definition> byName) {

    public Definitions {
        byName = Map.copyOf(byName);
    }

    public Optional<Definition> find(String name) {
        return Optional.ofNullable(name).map(byName::get);
    }

    public List<Template> templates() {
        return byName.values().stream()
                .filter(Template.class::isInstance)
                .map(Template.class::cast)
                .toList();
    }

    public Set<String> templateNames() {
        return templates().stream().map(Template::name).collect(Collectors.toUnmodifiableSet());
    }

    public boolean isFreeForm(String name) {
        return find(name).filter(FreeForm.class::isInstance).isPresent();
    }

    /** The names of the free-form messages. */
    public Set<String> messageNames() {
        return byName.values().stream()
                .filter(FreeForm.class::isInstance)
                .map(Definition::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Why a message with these minimised fields cannot be sent under this name, or empty.
     *
     * @param category the purpose's
     */
    public Optional<Reason> objection(String name, TemplateCategory category, Collection<String> fields) {
        return find(name)
                .filter(known -> known.category() != category)
                .map(known -> otherCategory(known, category))
                .or(() -> objection(name, fields));
    }

    Optional<Reason> objection(String name, Collection<String> fields) {
        return find(name)
                .map(known -> known.fields().stream()
                        .filter(field -> !fields.contains(field))
                        .findFirst()
                        .map(missing -> Reason.of("template-parameter-missing", missing)))
                .orElseGet(() -> Optional.of(Reason.of("unknown-template")));
    }

    private static Reason otherCategory(Definition definition, TemplateCategory category) {
        return Reason.of(
                "template-category",
                (definition instanceof Template ? "the template" : "the message") + " is of category "
                        + definition.category() + ", the purpose of category " + category);
    }
}
