package dev.sealpost.sandbox.whatsapp.message;

import dev.sealpost.sandbox.whatsapp.account.Sender;
import dev.sealpost.sandbox.whatsapp.wire.Checked;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import dev.sealpost.sandbox.whatsapp.wire.MetaError;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** An interactive message: header, body, footer and what the person can do with it. */
final class InteractiveMessage implements MessageKind {
    private final Map<String, Rule> rules;
    private final ErrorTable errors;

    InteractiveMessage(ErrorTable errors) {
        this.errors = errors;
        this.rules = new InteractiveRules(new Rules(errors, "interactive.")).all();
    }

    @Override
    public Checked<Content> check(Sender sender, LenientObject message) {
        LenientObject interactive = message.object("interactive");
        Optional<String> type = interactive.text("type");
        if (type.isEmpty()) {
            return new Checked.Invalid<>(
                    errors.because(131008, "The request is missing the parameter interactive.type."));
        }
        if (!rules.containsKey(type.get())) {
            return new Checked.Invalid<>(
                    errors.because(131009, "interactive.type must be one of " + new TreeSet<>(rules.keySet())));
        }
        Optional<MetaError> violation = rules.get(type.get()).violation(interactive);
        return violation
                .<Checked<Content>>map(Checked.Invalid::new)
                .orElseGet(() -> new Checked.Valid<>(Content.of(
                        "interactive", interactive.object("body").text("text").orElse(""))));
    }
}
