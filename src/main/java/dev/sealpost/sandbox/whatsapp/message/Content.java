package dev.sealpost.sandbox.whatsapp.message;

import dev.sealpost.sandbox.whatsapp.template.Template;
import java.util.Locale;
import java.util.Optional;

/**
 * What a message says.
 *
 * @param category the template's, or {@code service} for anything else
 * @param rendered what of it the person reads
 * @param failsWith the error it fails with after it was accepted
 */
public record Content(
        String type, Optional<String> template, String category, String rendered, Optional<Integer> failsWith) {
    static Content of(String type, String rendered) {
        return new Content(type, Optional.empty(), "service", rendered, Optional.empty());
    }

    static Content of(Template template, String rendered) {
        return new Content(
                "template",
                Optional.of(template.name()),
                template.category().toLowerCase(Locale.ROOT),
                rendered,
                Optional.empty());
    }

    Content failingWith(int code) {
        return new Content(type, template, category, rendered, Optional.of(code));
    }

    /** Whether it may go only to somebody who wrote within the last 24 hours. */
    public boolean isFreeForm() {
        return template.isEmpty();
    }

    @Override
    public String toString() {
        return "Content[type=%s, template=%s]".formatted(type, template);
    }
}
