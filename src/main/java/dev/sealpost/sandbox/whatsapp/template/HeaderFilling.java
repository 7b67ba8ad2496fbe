package dev.sealpost.sandbox.whatsapp.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import dev.sealpost.sandbox.whatsapp.wire.MetaError;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks that a message fills the header as its format calls for. */
final class HeaderFilling {
    private static final String TEXT = "TEXT";
    private static final String LOCATION = "LOCATION";

    private final ErrorTable errors;

    HeaderFilling(ErrorTable errors) {
        this.errors = errors;
    }

    Optional<MetaError> fault(Template template, List<LenientObject> parameters) {
        Optional<JsonNode> header = template.component("HEADER");
        String format = header.map(node -> node.path("format").asText(TEXT)).orElse(TEXT);
        if (format.equals(TEXT)) {
            String text = header.map(node -> node.path("text").asText()).orElse("");
            return new VariableText("header", text, template.named())
                    .filled(parameters, errors)
                    .error();
        }
        return parameters.size() == 1
                ? mediaFault(format, parameters.get(0))
                : Optional.of(mismatch(format, "UNKNOWN"));
    }

    private Optional<MetaError> mediaFault(String format, LenientObject parameter) {
        String type = parameter.text("type").orElse("unknown");
        if (!type.equalsIgnoreCase(format)) {
            return Optional.of(mismatch(format, type.toUpperCase(Locale.ROOT)));
        }
        LenientObject media = parameter.object(type.toLowerCase(Locale.ROOT));
        boolean complete = format.equals(LOCATION)
                ? media.has("latitude") && media.has("longitude")
                : media.text("id").isPresent() || media.text("link").isPresent();
        return complete
                ? Optional.empty()
                : Optional.of(errors.because(131008, "header: %s needs %s".formatted(type, needed(format))));
    }

    private static String needed(String format) {
        return format.equals(LOCATION) ? "latitude and longitude" : "id or link";
    }

    private MetaError mismatch(String expected, String received) {
        return errors.because(
                132012, "header: Format mismatch, expected %s, received %s".formatted(expected, received));
    }
}
