package dev.sealpost.sandbox.whatsapp.message;

import dev.sealpost.sandbox.whatsapp.account.Sender;
import dev.sealpost.sandbox.whatsapp.template.Template;
import dev.sealpost.sandbox.whatsapp.template.TemplateCheck;
import dev.sealpost.sandbox.whatsapp.template.Templates;
import dev.sealpost.sandbox.whatsapp.wire.Checked;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import java.util.Optional;

/** A message with a template of the account, in a language that it has. */
final class TemplateMessage implements MessageKind {
    private final Templates templates;
    private final TemplateCheck check;
    private final ErrorTable errors;

    TemplateMessage(Templates templates, ErrorTable errors) {
        this.templates = templates;
        this.check = new TemplateCheck(errors);
        this.errors = errors;
    }

    @Override
    public Checked<Content> check(Sender sender, LenientObject message) {
        LenientObject wanted = message.object("template");
        Optional<String> name = wanted.text("name");
        Optional<String> language = wanted.object("language").text("code");
        if (name.isEmpty()) {
            return missing("template.name");
        }
        if (language.isEmpty()) {
            return missing("template.language.code");
        }
        return templates
                .find(sender.account(), name.get(), language.get())
                .map(template -> filled(template, wanted, message))
                .orElseGet(() -> unknown(name.get(), language.get()));
    }

    private Checked<Content> filled(Template template, LenientObject wanted, LenientObject message) {
        if (template.isAuthentication() && !message.has("to")) {
            return new Checked.Invalid<>(errors.get(131062));
        }
        return check.filled(template, wanted).then(body -> new Checked.Valid<>(Content.of(template, body)));
    }

    private Checked<Content> missing(String field) {
        return new Checked.Invalid<>(errors.because(131008, "The request is missing the parameter " + field + "."));
    }

    private Checked<Content> unknown(String name, String language) {
        return new Checked.Invalid<>(
                errors.because(132001, "template name (%s) does not exist in %s".formatted(name, language)));
    }
}
