package dev.sealpost.sandbox.whatsapp;

import dev.sealpost.sandbox.whatsapp.wire.Checked;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks what a text or template message says. */
final class ContentCheck {
    private static final int TEXT_LENGTH = 4096;

    private final ErrorTable errors;
    private final Templates templates;

    ContentCheck(ErrorTable errors, Templates templates) {
        this.errors = errors;
        this.templates = templates;
    }

    Checked<Content> text(LenientObject text) {
        Optional<String> body = text.text("body");
        if (body.isEmpty()) {
            return missing("text.body");
        }
        if (body.get().length() > TEXT_LENGTH) {
            return new Checked.Invalid<>(errors.invalid("Param text['body'] must be at most 4096 characters long."));
        }
        return new Checked.Valid<>(Content.text(body.get()));
    }

    Checked<Content> template(LenientObject wanted) {
        Optional<String> name = wanted.text("name");
        Optional<String> language = wanted.object("language").text("code");
        if (name.isEmpty()) {
            return missing("template.name");
        }
        if (language.isEmpty()) {
            return missing("template.language.code");
        }
        return templates
                .find(name.get(), language.get())
                .map(template -> filled(template, wanted))
                .orElseGet(() -> unknown(name.get(), language.get()));
    }

    private Checked<Content> filled(Template template, LenientObject wanted) {
        List<LenientObject> parameters = bodyParameters(wanted);
        if (parameters.size() != template.parameters()) {
            return new Checked.Invalid<>(errors.because(
                    132000,
                    "body: number of localizable_params (%d) does not match the expected number of params (%d)"
                            .formatted(parameters.size(), template.parameters())));
        }
        List<String> values = parameters.stream()
                .map(ContentCheck::value)
                .flatMap(Optional::stream)
                .toList();
        if (values.size() < parameters.size()) {
            return new Checked.Invalid<>(errors.because(
                    132012, "body: a parameter is empty or of another type than text," + " currency or date_time"));
        }
        if (template.isAuthentication() && !copiedCodes(wanted).equals(values)) {
            return new Checked.Invalid<>(
                    errors.because(131008, "buttons: Button at index 0 of type Url requires a parameter: the code"));
        }
        return new Checked.Valid<>(Content.of(template, template.render(values)));
    }

    private static List<LenientObject> bodyParameters(LenientObject wanted) {
        return components(wanted, "body")
                .flatMap(component -> component.list("parameters").stream())
                .toList();
    }

    /** What the button of an authentication template would copy. */
    private static List<String> copiedCodes(LenientObject wanted) {
        return components(wanted, "button")
                .filter(button -> button.text("sub_type").orElse("").equalsIgnoreCase("url"))
                .flatMap(button -> button.list("parameters").stream())
                .map(ContentCheck::value)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Stream<LenientObject> components(LenientObject wanted, String type) {
        return wanted.list("components").stream()
                .filter(component -> component.text("type").orElse("").equalsIgnoreCase(type));
    }

    private static Optional<String> value(LenientObject parameter) {
        return switch (parameter.text("type").orElse("")) {
            case "text" -> parameter.text("text");
            case "currency" -> parameter.object("currency").text("fallback_value");
            case "date_time" -> parameter.object("date_time").text("fallback_value");
            default -> Optional.empty();
        };
    }

    private Checked<Content> missing(String field) {
        return new Checked.Invalid<>(errors.because(131008, "The request is missing the parameter " + field + "."));
    }

    private Checked<Content> unknown(String name, String language) {
        return new Checked.Invalid<>(
                errors.because(132001, "template name (%s) does not exist in %s".formatted(name, language)));
    }
}
