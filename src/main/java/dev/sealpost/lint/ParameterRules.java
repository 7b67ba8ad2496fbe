package dev.sealpost.lint;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A kamelet gets the parameters its own definition asks for, of their types. */
final class ParameterRules {

    private static final Map<String, Rule> REFERENCES =
            Map.of("signedBy", Rule.UNKNOWN_SIGNER, "connection", Rule.UNKNOWN_CONNECTION);

    /** A kamelet may put the value into an endpoint's uri, where these begin options of that endpoint. */
    private static final Pattern OF_URIS = Pattern.compile("[?&#]|RAW[({]");

    private final Settings settings;
    private final Findings findings;

    ParameterRules(Settings settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    void check(Endpoint endpoint, KameletDefinition kamelet) {
        Set<String> given = new HashSet<>();
        for (Setting parameter : endpoint.parameters()) {
            if (!given.add(parameter.name())) {
                findings.add(Rule.DUPLICATE_KEY, parameter.at(), "\"" + parameter.name() + "\" is given twice");
            }
            check(parameter, kamelet);
        }
        kamelet.required().stream()
                .filter(name -> endpoint.parameter(name).isEmpty())
                .sorted()
                .forEach(name -> missing(name, endpoint.at(), kamelet));
    }

    private void check(Setting parameter, KameletDefinition kamelet) {
        KameletDefinition.Property property = kamelet.properties().get(parameter.name());
        if (property == null) {
            unknown(parameter, kamelet);
        } else if (parameter.value() == null) {
            findings.add(
                    Rule.PARAMETER_TYPE, parameter.valueAt(), "\"" + parameter.name() + "\" is not a single value");
        } else if (PropertyPlaceholders.isIn(parameter.value())) {
            settings.placeholders()
                    .resolve(parameter.value())
                    .ifPresentOrElse(value -> check(parameter, value, property, kamelet), () -> unresolved(parameter));
        } else {
            check(parameter, parameter.text(), property, kamelet);
        }
    }

    private void check(
            Setting parameter, String value, KameletDefinition.Property property, KameletDefinition kamelet) {
        if (value.isEmpty()) {
            if (kamelet.required().contains(parameter.name())) {
                missing(parameter.name(), parameter.at(), kamelet);
            }
        } else if (value.startsWith("#")) {
            findings.add(Rule.CODE, parameter.valueAt(), "\"" + parameter.name() + "\" refers to a bean");
        } else if (OF_URIS.matcher(value).find()) {
            findings.add(Rule.CODE, parameter.valueAt(), "\"" + parameter.name() + "\" holds ?, &, # or RAW(");
        } else if (!property.accepts(value)) {
            findings.add(
                    Rule.PARAMETER_TYPE,
                    parameter.valueAt(),
                    "\"" + parameter.name() + "\" is not of type " + property.type(),
                    "give a value of the type: " + property.description());
        } else {
            refers(parameter, value, kamelet);
        }
    }

    private void refers(Setting parameter, String value, KameletDefinition kamelet) {
        Rule rule = REFERENCES.get(parameter.name());
        if (rule != null) {
            Collection<String> known = settings.names().getOrDefault(parameter.name(), Set.of());
            if (!known.contains(value)) {
                findings.add(
                        rule, parameter.valueAt(), "\"" + value + "\" is not known", Meant.among(known, value, rule));
            }
        }
        boolean path = kamelet.name().equals(StepName.RECEIVE.word())
                && !parameter.name().equals("event");
        if (path && !Meant.isPath(value)) {
            findings.add(
                    Rule.FIELD_PATH,
                    parameter.valueAt(),
                    "\"" + value + "\" is not the path of a field",
                    Meant.path(value).orElse(Rule.FIELD_PATH.fix()));
        }
    }

    private void unknown(Setting parameter, KameletDefinition kamelet) {
        Collection<String> known = kamelet.properties().keySet();
        findings.add(
                Rule.UNKNOWN_PARAMETER,
                parameter.at(),
                "kamelet:" + kamelet.name() + " has no parameter \"" + parameter.name() + "\"",
                Meant.among(known, parameter.name(), Rule.UNKNOWN_PARAMETER));
    }

    private void unresolved(Setting parameter) {
        findings.add(
                Rule.PLACEHOLDER, parameter.valueAt(), "the placeholder in \"" + parameter.name() + "\" has no value");
    }

    private void missing(String name, Place at, KameletDefinition kamelet) {
        findings.add(Rule.MISSING_PARAMETER, at, "kamelet:" + kamelet.name() + " needs the parameter \"" + name + "\"");
    }
}
