package dev.sealpost.whatsapp.request;

import dev.sealpost.consent.TemplateCategory;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An approved WhatsApp template: its name, the languages it was approved in, and which minimised fields fill it. */
public final class Template implements Definition {

    private final Head head;
    private final Languages languages;
    private final Layout layout;
    private final ListPart components;
    private final Set<String> fields;

    Template(Head head, Languages languages, Layout layout, ListPart components) {
        this.head = head;
        this.languages = languages;
        this.layout = layout;
        this.components = components;
        this.fields = Collections.unmodifiableSet(new LinkedHashSet<>(
                Stream.concat(components.fields(), languages.from().stream()).toList()));
    }

    /** @param place file and line, for what is said about it */
    record Head(String name, TemplateCategory category, String place) {}

    @Override
    public String name() {
        return head.name();
    }

    @Override
    public Optional<String> approved() {
        return Optional.of(name());
    }

    @Override
    public TemplateCategory category() {
        return head.category();
    }

    /** Where it is described, {@code config/templates.yml:4}. */
    public String place() {
        return head.place();
    }

    /** The one that is taken if nothing else speaks comes first. */
    public List<String> languages() {
        return languages.all();
    }

    /** What it should look like at Meta. */
    public Layout layout() {
        return layout;
    }

    @Override
    public Set<String> fields() {
        return fields;
    }

    Languages spoken() {
        return languages;
    }

    ListPart components() {
        return components;
    }

    @Override
    public String toString() {
        return "Template[" + name() + "]";
    }
}
