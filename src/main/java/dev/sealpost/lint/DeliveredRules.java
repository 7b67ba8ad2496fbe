package dev.sealpost.lint;

import dev.sealpost.whatsapp.request.Definition;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A way names one thing to deliver: a template or a free-form message that there is. */
final class DeliveredRules {

    private final Settings settings;
    private final Findings findings;

    DeliveredRules(Settings settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    Optional<Delivered> delivered(Way way) {
        Map<Form, Setting> given = new TreeMap<>();
        for (Form form : Form.values()) {
            way.parameter(StepName.DELIVER, form.parameter)
                    .filter(setting -> !setting.text().isEmpty())
                    .ifPresent(setting -> given.put(form, setting));
        }
        if (given.size() > 1) {
            findings.add(
                    Rule.TEMPLATE_OR_MESSAGE, given.get(Form.MESSAGE).at(), "there are both a template and a message");
        }
        way.first(StepName.DELIVER).filter(deliver -> given.isEmpty()).ifPresent(this::missing);
        return given.entrySet().stream().findFirst().flatMap(first -> known(first.getKey(), first.getValue()));
    }

    private void missing(Element deliver) {
        Place at = deliver.endpoint().parameters().stream()
                .filter(parameter -> parameter.text().isEmpty())
                .map(Setting::at)
                .findFirst()
                .orElse(deliver.endpoint().at());
        findings.add(Rule.MISSING_PARAMETER, at, "kamelet:deliver needs the parameter \"template\" or \"message\"");
    }

    /** What cannot be read is reported where parameters are checked. */
    private Optional<Delivered> known(Form form, Setting setting) {
        Optional<String> name = settings.placeholders().resolve(setting.text()).filter(value -> !value.isEmpty());
        Set<String> known = form.names(settings);
        Optional<Definition> definition = name.filter(known::contains).flatMap(settings.definitions()::find);
        name.filter(value -> definition.isEmpty()).ifPresent(value -> unknown(form, setting, value));
        return definition.map(found -> new Delivered(found, setting.valueAt()));
    }

    private void unknown(Form form, Setting setting, String name) {
        boolean other = settings.definitions().find(name).isPresent();
        findings.add(
                form.rule,
                setting.valueAt(),
                "\"" + setting.text() + "\" is not known",
                other
                        ? "it is the name of a " + form.other() + ": write " + form.other() + ": " + name
                        : Meant.among(form.names(settings), name, form.rule));
    }

    private enum Form {
        TEMPLATE("template", Rule.UNKNOWN_TEMPLATE),
        MESSAGE("message", Rule.UNKNOWN_MESSAGE);

        private final String parameter;
        private final Rule rule;

        Form(String parameter, Rule rule) {
            this.parameter = parameter;
            this.rule = rule;
        }

        Set<String> names(Settings settings) {
            return this == TEMPLATE
                    ? settings.definitions().templateNames()
                    : settings.definitions().messageNames();
        }

        String other() {
            return this == TEMPLATE ? MESSAGE.parameter : TEMPLATE.parameter;
        }
    }
}
