package dev.sealpost.sandbox.whatsapp.template;

import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a parameter of a template puts into the text. */
final class ParameterValue {
    private static final Pattern BREAKS = Pattern.compile("[\\n\\r\\t]| {5,}");

    private ParameterValue() {}

    /** Empty if the parameter is, or is none of a text. */
    static Optional<String> of(LenientObject parameter) {
        return switch (parameter.text("type").orElse("")) {
            case "text" -> parameter.text("text");
            case "currency" -> parameter.object("currency").text("fallback_value");
            case "date_time" -> parameter.object("date_time").text("fallback_value");
            default -> Optional.empty();
        };
    }

    static boolean breaksLines(String value) {
        return BREAKS.matcher(value).find();
    }
}
