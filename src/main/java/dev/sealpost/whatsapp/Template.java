package dev.sealpost.whatsapp;

import dev.sealpost.consent.TemplateCategory;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * An approved WhatsApp template, as {@code config/templates.yml} describes it.
 *
 * @param parameters the minimised fields that fill the body's positional parameters, in their order
 */
public record Template(String name, String language, TemplateCategory category, List<String> parameters) {

    /** The first parameter that none of the fields fills. */
    Optional<String> missing(Collection<String> fields) {
        return parameters.stream().filter(name -> !fields.contains(name)).findFirst();
    }
}
