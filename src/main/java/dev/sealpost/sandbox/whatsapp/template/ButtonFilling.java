package dev.sealpost.sandbox.whatsapp.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import dev.sealpost.sandbox.whatsapp.wire.MetaError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Checks that a message fills those buttons that call for it, and no others. */
final class ButtonFilling {
    private static final Map<String, String> SUB_TYPES = Map.of(
            "URL", "url",
            "OTP", "url",
            "QUICK_REPLY", "quick_reply",
            "COPY_CODE", "copy_code",
            "FLOW", "flow",
            "CATALOG", "catalog",
            "MPM", "mpm",
            "VOICE_CALL", "voice_call");

    private final ErrorTable errors;

    ButtonFilling(ErrorTable errors) {
        this.errors = errors;
    }

    Optional<MetaError> fault(Template template, Filling filling) {
        List<JsonNode> buttons = buttons(template);
        return filling.buttons().stream()
                .map(button -> strange(button, buttons))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> IntStream.range(0, buttons.size())
                        .mapToObj(index -> missing(buttons.get(index), index, filling))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private static List<JsonNode> buttons(Template template) {
        return template
                .component("BUTTONS")
                .map(component -> new LenientObject(component).list("buttons"))
                .orElse(List.of())
                .stream()
                .map(LenientObject::node)
                .toList();
    }

    private Optional<MetaError> strange(LenientObject filled, List<JsonNode> buttons) {
        int index = Filling.index(filled);
        String subType = filled.text("sub_type").orElse("");
        if (index < 0 || index >= buttons.size()) {
            return Optional.of(errors.because(132012, "buttons: the template has no button at index " + index));
        }
        String type = type(buttons.get(index));
        return subType.equalsIgnoreCase(SUB_TYPES.getOrDefault(type, ""))
                ? Optional.empty()
                : Optional.of(errors.because(
                        132012, "buttons: Button at index %d is of type %s, not %s".formatted(index, type, subType)));
    }

    private Optional<MetaError> missing(JsonNode button, int index, Filling filling) {
        boolean needed =
                switch (type(button)) {
                    case "OTP", "COPY_CODE" -> true;
                    case "URL" -> button.path("url").asText().contains("{{");
                    default -> false;
                };
        boolean given = filling.button(index)
                .filter(filled -> filled.list("parameters").stream().anyMatch(ButtonFilling::hasValue))
                .isPresent();
        return needed && !given
                ? Optional.of(errors.because(
                        131008,
                        "buttons: Button at index %d of type %s requires a parameter".formatted(index, type(button))))
                : Optional.empty();
    }

    private static boolean hasValue(LenientObject parameter) {
        return parameter.text("text").isPresent()
                || parameter.text("coupon_code").isPresent();
    }

    private static String type(JsonNode button) {
        return button.path("type").asText();
    }
}
