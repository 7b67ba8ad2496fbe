package dev.sealpost.sandbox.whatsapp.template;

import dev.sealpost.sandbox.whatsapp.wire.Checked;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of a template with variables {@code {{1}}}, {@code {{2}}}, … or {@code {{first_name}}}.
 *
 * @param where the component it stands in, for messages
 */
record VariableText(String where, String text, boolean named) {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    /** Distinct ones, in the order of their first use. */
    List<String> variables() {
        return VARIABLE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /** The text with the parameters of a message in it. */
    Checked<String> filled(List<LenientObject> parameters, ErrorTable errors) {
        List<String> variables = variables();
        if (parameters.size() != variables.size()) {
            return new Checked.Invalid<>(errors.because(
                    132000,
                    "%s: number of localizable_params (%d) does not match the expected number of params (%d)"
                            .formatted(where, parameters.size(), variables.size())));
        }
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < parameters.size(); i++) {
            LenientObject parameter = parameters.get(i);
            String name = named ? parameter.text("parameter_name").orElse("") : Integer.toString(i + 1);
            Optional<String> value = ParameterValue.of(parameter);
            if (value.isEmpty() || !variables.contains(name) || values.put(name, value.get()) != null) {
                return new Checked.Invalid<>(errors.because(132012, fault(name, value.isEmpty())));
            }
        }
        return badCharacters(values, errors).orElseGet(() -> new Checked.Valid<>(render(values)));
    }

    private String fault(String name, boolean empty) {
        return empty
                ? where + ": a parameter is empty or of another type than text, currency or date_time"
                : "%s: parameter_name '%s' is not a variable of the template, or comes twice".formatted(where, name);
    }

    private Optional<Checked<String>> badCharacters(Map<String, String> values, ErrorTable errors) {
        return values.values().stream().anyMatch(ParameterValue::breaksLines)
                ? Optional.of(new Checked.Invalid<>(errors.invalid(
                        "Param text cannot have new-line/tab characters or more than 4 consecutive spaces")))
                : Optional.empty();
    }

    private String render(Map<String, String> values) {
        return VARIABLE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(values.get(found.group(1))));
    }
}
