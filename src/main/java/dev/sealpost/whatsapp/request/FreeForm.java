package dev.sealpost.whatsapp.request;

import dev.sealpost.consent.TemplateCategory;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A message without a template, which WhatsApp takes only within 24 hours of the person's last one.
 *
 * @param kind Meta's word for it, {@code text}
 * @param replyTo the message it answers
 * @param otherwise the template that is sent when the 24 hours are over; without one the message is refused then
 */
record FreeForm(
        String name,
        TemplateCategory category,
        String kind,
        Part content,
        Optional<MessagePart> replyTo,
        Optional<Template> otherwise)
        implements Definition {

    @Override
    public Optional<String> approved() {
        return otherwise.map(Template::name);
    }

    @Override
    public Set<String> fields() {
        Stream<String> own = Stream.concat(content.fields(), replyTo.stream().flatMap(Part::fields));
        Stream<String> instead = otherwise.stream().flatMap(template -> template.fields().stream());
        return Collections.unmodifiableSet(
                new LinkedHashSet<>(Stream.concat(own, instead).toList()));
    }

    @Override
    public String toString() {
        return "FreeForm[" + name + ", " + kind + "]";
    }
}
