package dev.sealpost.sandbox.whatsapp;

import java.util.Optional;

/**
 * What a message says.
 *
 * @param category the template's, or {@code service} for free text
 * @param rendered as the person reads it
 */
record Content(String type, Optional<String> template, String category, String rendered) {
    static Content text(String body) {
        return new Content("text", Optional.empty(), "service", body);
    }

    static Content of(Template template, String rendered) {
        return new Content("template", Optional.of(template.name()), template.category(), rendered);
    }

    @Override
    public String toString() {
        return "Content[type=%s, template=%s]".formatted(type, template);
    }
}
