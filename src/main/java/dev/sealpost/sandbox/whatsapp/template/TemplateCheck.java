package dev.sealpost.sandbox.whatsapp.template;

import dev.sealpost.sandbox.whatsapp.wire.Checked;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import dev.sealpost.sandbox.whatsapp.wire.MetaError;
import java.util.List;
import java.util.Optional;

/** Checks that a message fills a template as it calls for. */
public final class TemplateCheck {
    private static final int LONGEST_BODY = 1024;

    private final ErrorTable errors;
    private final HeaderFilling header;
    private final ButtonFilling buttons;

    public TemplateCheck(ErrorTable errors) {
        this.errors = errors;
        this.header = new HeaderFilling(errors);
        this.buttons = new ButtonFilling(errors);
    }

    /**
     * @param wanted the object {@code template} of the message
     * @return the body as the person reads it
     */
    public Checked<String> filled(Template template, LenientObject wanted) {
        if (template.status().refusal().isPresent()) {
            return new Checked.Invalid<>(errors.get(template.status().refusal().getAsInt()));
        }
        Filling filling = Filling.of(wanted);
        List<LenientObject> parameters = filling.parameters("body");
        Checked<String> body = body(template).filled(parameters, errors);
        Optional<MetaError> fault = header.fault(template, filling.parameters("header"))
                .or(body::error)
                .or(() -> buttons.fault(template, filling))
                .or(() -> otherCode(template, filling));
        return fault.<Checked<String>>map(Checked.Invalid::new).orElseGet(() -> body.then(this::notTooLong));
    }

    private static VariableText body(Template template) {
        String text = template.component("BODY")
                .map(node -> node.path("text").asText())
                .orElse("");
        return new VariableText("body", text, template.named());
    }

    private Checked<String> notTooLong(String body) {
        return body.length() > LONGEST_BODY ? new Checked.Invalid<>(errors.get(132005)) : new Checked.Valid<>(body);
    }

    /** The button of an authentication template must copy the code that the body shows. */
    private Optional<MetaError> otherCode(Template template, Filling filling) {
        if (!template.isAuthentication() || values(filling.parameters("body")).equals(copied(filling))) {
            return Optional.empty();
        }
        return Optional.of(
                errors.because(131008, "buttons: Button at index 0 of type Url requires a parameter: the code"));
    }

    private static List<String> copied(Filling filling) {
        return values(filling.buttons().stream()
                .flatMap(button -> button.list("parameters").stream())
                .toList());
    }

    private static List<String> values(List<LenientObject> parameters) {
        return parameters.stream()
                .map(ParameterValue::of)
                .flatMap(Optional::stream)
                .toList();
    }
}
