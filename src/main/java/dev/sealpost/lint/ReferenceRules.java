package dev.sealpost.lint;

import dev.sealpost.consent.DataClass;
import dev.sealpost.consent.Purpose;
import dev.sealpost.message.Reason;
import dev.sealpost.whatsapp.Template;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Purpose, profile and template of a way through a flow exist and go together. */
final class ReferenceRules {

    private final Settings settings;
    private final Findings findings;

    ReferenceRules(Settings settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    void check(Way way) {
        Optional<Purpose> purpose = purpose(way, StepName.REQUIRE_CONSENT);
        purpose(way, StepName.REQUEST_CONSENT);
        Optional<String> profile = profile(way);
        Optional<Template> template = template(way);
        boolean special =
                purpose.filter(known -> special(way, known, profile, template)).isPresent();
        if (!special && purpose.isPresent() && template.isPresent() && profile.isPresent()) {
            together(way, purpose.get(), profile.get(), template.get());
        }
    }

    private Optional<Purpose> purpose(Way way, StepName step) {
        Optional<Setting> given = given(way.parameter(step, "purpose"));
        Optional<Purpose> purpose = given.flatMap(this::value).flatMap(settings.purposes()::find);
        given.filter(setting -> purpose.isEmpty())
                .ifPresent(setting -> unknown(
                        Rule.UNKNOWN_PURPOSE, setting, settings.purposes().ids()));
        return purpose;
    }

    /** The profile that is named, else the one named like the event. */
    private Optional<String> profile(Way way) {
        if (way.first(StepName.MINIMISE).isEmpty()) {
            return Optional.empty();
        }
        Optional<Setting> given = given(way.parameter(StepName.MINIMISE, "profile"))
                .or(() -> given(way.parameter(StepName.RECEIVE, "event")));
        Set<String> known = settings.profiles().names();
        Optional<String> profile = given.flatMap(this::value).filter(known::contains);
        given.filter(setting -> profile.isEmpty()).ifPresent(setting -> unknown(Rule.UNKNOWN_PROFILE, setting, known));
        return profile;
    }

    private Optional<Template> template(Way way) {
        Optional<Setting> given = given(way.parameter(StepName.DELIVER, "template"));
        Optional<Template> template = given.flatMap(this::value).flatMap(settings.templates()::find);
        given.filter(setting -> template.isEmpty())
                .ifPresent(setting -> unknown(
                        Rule.UNKNOWN_TEMPLATE, setting, settings.templates().names()));
        return template;
    }

    /** By the very check that the step does. */
    private void together(Way way, Purpose purpose, String profile, Template template) {
        Optional<Reason> objection = settings.templates()
                .objection(
                        template.name(), purpose.category(), settings.profiles().fieldsOf(profile));
        objection.ifPresent(reason -> {
            Place at = valueAt(way.parameter(StepName.DELIVER, "template"));
            if (purpose.category() == template.category()) {
                findings.add(
                        Rule.TEMPLATE_PARAMETER,
                        at,
                        "profile " + profile + " does not produce \"" + reason.detail() + "\", a parameter of template "
                                + template.name());
            } else {
                otherCategory(purpose, template, at);
            }
        });
    }

    private void otherCategory(Purpose purpose, Template template, Place at) {
        List<String> fitting = settings.templates().names().stream()
                .filter(name -> settings.templates().find(name).orElseThrow().category() == purpose.category())
                .toList();
        findings.add(
                Rule.TEMPLATE_CATEGORY,
                at,
                "template " + template.name() + " is of category " + word(template.category()) + ", purpose "
                        + purpose.id() + " of category " + word(purpose.category()),
                Meant.among(fitting, "", Rule.TEMPLATE_CATEGORY));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Whether a purpose of a special class would let a field leave. */
    private boolean special(Way way, Purpose purpose, Optional<String> profile, Optional<Template> template) {
        if (purpose.dataClass() == DataClass.ORDINARY) {
            return false;
        }
        String begin = "purpose " + purpose.id() + " is of class " + word(purpose.dataClass()) + ", but ";
        boolean keeps = profile.filter(
                        name -> !settings.profiles().fieldsOf(name).isEmpty())
                .isPresent();
        boolean shows = template.filter(known -> !known.parameters().isEmpty()).isPresent();
        if (keeps) {
            Place at = way.first(StepName.MINIMISE).orElseThrow().place();
            findings.add(Rule.SPECIAL_CLASS, at, begin + "profile " + profile.get() + " keeps fields");
        }
        if (shows) {
            Place at = valueAt(way.parameter(StepName.DELIVER, "template"));
            findings.add(
                    Rule.SPECIAL_CLASS, at, begin + "template " + template.get().name() + " has parameters");
        }
        return keeps || shows;
    }

    private void unknown(Rule rule, Setting setting, Collection<String> known) {
        String value = value(setting).orElse("");
        findings.add(
                rule, setting.valueAt(), "\"" + setting.text() + "\" is not known", Meant.among(known, value, rule));
    }

    /** What cannot be read is reported where parameters are checked. */
    private Optional<Setting> given(Optional<Setting> setting) {
        return setting.filter(
                given -> value(given).filter(value -> !value.isEmpty()).isPresent());
    }

    private Optional<String> value(Setting setting) {
        return settings.placeholders().resolve(setting.text());
    }

    private static Place valueAt(Optional<Setting> setting) {
        return setting.orElseThrow().valueAt();
    }
}
