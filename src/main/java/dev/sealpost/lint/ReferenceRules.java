package dev.sealpost.lint;

import dev.sealpost.consent.DataClass;
import dev.sealpost.consent.Purpose;
import dev.sealpost.message.Reason;
import dev.sealpost.whatsapp.request.Definition;
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
        Optional<Delivered> delivered = new DeliveredRules(settings, findings).delivered(way);
        boolean special =
                purpose.filter(known -> special(way, known, profile, delivered)).isPresent();
        if (!special && purpose.isPresent() && delivered.isPresent() && profile.isPresent()) {
            together(purpose.get(), profile.get(), delivered.get());
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

    /** By the very check that the step does. */
    private void together(Purpose purpose, String profile, Delivered delivered) {
        Optional<Reason> objection = settings.definitions()
                .objection(
                        delivered.definition().name(),
                        purpose.category(),
                        settings.profiles().fieldsOf(profile));
        objection.ifPresent(reason -> {
            if (purpose.category() == delivered.definition().category()) {
                findings.add(
                        Rule.TEMPLATE_PARAMETER,
                        delivered.at(),
                        "profile " + profile + " does not produce \"" + reason.detail() + "\", a parameter of "
                                + delivered.name());
            } else {
                otherCategory(purpose, delivered);
            }
        });
    }

    private void otherCategory(Purpose purpose, Delivered delivered) {
        List<String> fitting = settings.definitions().byName().values().stream()
                .filter(known -> known.category() == purpose.category())
                .filter(known -> known.getClass() == delivered.definition().getClass())
                .map(Definition::name)
                .toList();
        findings.add(
                Rule.TEMPLATE_CATEGORY,
                delivered.at(),
                delivered.name() + " is of category "
                        + word(delivered.definition().category()) + ", purpose " + purpose.id() + " of category "
                        + word(purpose.category()),
                Meant.among(fitting, "", Rule.TEMPLATE_CATEGORY));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Whether a purpose of a special class would let a field leave. */
    private boolean special(Way way, Purpose purpose, Optional<String> profile, Optional<Delivered> delivered) {
        if (purpose.dataClass() == DataClass.ORDINARY) {
            return false;
        }
        String begin = "purpose " + purpose.id() + " is of class " + word(purpose.dataClass()) + ", but ";
        boolean keeps = profile.filter(
                        name -> !settings.profiles().fieldsOf(name).isEmpty())
                .isPresent();
        boolean shows = delivered
                .filter(known -> !known.definition().fields().isEmpty())
                .isPresent();
        if (keeps) {
            Place at = way.first(StepName.MINIMISE).orElseThrow().place();
            findings.add(Rule.SPECIAL_CLASS, at, begin + "profile " + profile.get() + " keeps fields");
        }
        if (shows) {
            findings.add(
                    Rule.SPECIAL_CLASS,
                    delivered.get().at(),
                    begin + delivered.get().name() + " has parameters");
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
}
