package dev.sealpost.sandbox.whatsapp.graph;

import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import dev.sealpost.sandbox.whatsapp.wire.MetaError;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Checks a template that is to be created. */
final class NewTemplate {
    private static final String NAME = "[a-z0-9_]{1,512}";
    private static final String LANGUAGE = "[a-z]{2,3}(_[A-Z]{2,4})?";
    private static final Set<String> CATEGORIES = Set.of("AUTHENTICATION", "MARKETING", "UTILITY");
    private static final Set<String> COMPONENTS =
            Set.of("HEADER", "BODY", "FOOTER", "BUTTONS", "CAROUSEL", "LIMITED_TIME_OFFER");

    private final ErrorTable errors;

    NewTemplate(ErrorTable errors) {
        this.errors = errors;
    }

    Optional<MetaError> fault(LenientObject wanted) {
        if (!wanted.text("name").orElse("").matches(NAME)) {
            return invalid("Param name must be lowercase letters, digits and underscores.");
        }
        if (!wanted.text("language").orElse("").matches(LANGUAGE)) {
            return invalid("Param language must be a language and locale code, such as en or pt_PT.");
        }
        if (!CATEGORIES.contains(upper(wanted, "category"))) {
            return invalid("Param category must be one of {AUTHENTICATION, MARKETING, UTILITY}");
        }
        List<String> types = wanted.list("components").stream()
                .map(component -> upper(component, "type"))
                .toList();
        if (!types.contains("BODY") || !COMPONENTS.containsAll(types)) {
            return invalid("Param components must hold a BODY, and otherwise HEADER, FOOTER, BUTTONS, CAROUSEL or"
                    + " LIMITED_TIME_OFFER");
        }
        return Optional.empty();
    }

    private static String upper(LenientObject object, String field) {
        return object.text(field).orElse("").toUpperCase(Locale.ROOT);
    }

    private Optional<MetaError> invalid(String title) {
        return Optional.of(errors.invalid(title));
    }
}
