package dev.sealpost.sandbox.whatsapp.message;

import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import dev.sealpost.sandbox.whatsapp.wire.MetaError;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes the rules of an object: what is missing is refused with 131008, what is too long or not allowed with 131009.
 *
 * @param path of the object, with a dot at its end
 */
record Rules(ErrorTable errors, String path) {
    Rule required(String field) {
        return object -> object.has(field) ? Optional.empty() : missing(field);
    }

    /** A text of at most so many characters. */
    Rule text(String field, int most) {
        return object -> object.text(field).isEmpty() ? missing(field) : tooLong(object, field, most);
    }

    Rule optionalText(String field, int most) {
        return object -> tooLong(object, field, most);
    }

    Rule oneOf(String field, String... allowed) {
        List<String> values = List.of(allowed);
        return object -> object.text(field).isEmpty() ? missing(field) : unlessOneOf(object, field, values);
    }

    Rule optionalOneOf(String field, String... allowed) {
        return when(field, oneOf(field, allowed));
    }

    /** A number, or its digits. */
    Rule number(String field, double least, double most) {
        return object -> {
            double value = object.node().path(field).asDouble(Double.NaN);
            return value >= least && value <= most
                    ? Optional.empty()
                    : object.has(field)
                            ? invalid("%s%s must be a number from %s to %s".formatted(path, field, least, most))
                            : missing(field);
        };
    }

    Rule object(String field, Function<Rules, Rule> inside) {
        Rule rule = inside.apply(new Rules(errors, path + field + "."));
        return object -> object.object(field).node().isObject() ? rule.violation(object.object(field)) : missing(field);
    }

    Rule optionalObject(String field, Function<Rules, Rule> inside) {
        return when(field, object(field, inside));
    }

    /** A list of so many elements. */
    Rule list(String field, int least, int most, Function<Rules, Rule> each) {
        Rule rule = each.apply(new Rules(errors, path + field + "[]."));
        return object -> {
            List<LenientObject> elements = object.list(field);
            if (elements.isEmpty() && least > 0) {
                return missing(field);
            }
            if (elements.size() < least || elements.size() > most) {
                return invalid("%s%s must hold %d to %d elements".formatted(path, field, least, most));
            }
            return elements.stream()
                    .map(rule::violation)
                    .flatMap(Optional::stream)
                    .findFirst();
        };
    }

    private static Rule when(String field, Rule rule) {
        return object -> object.has(field) ? rule.violation(object) : Optional.empty();
    }

    private Optional<MetaError> tooLong(LenientObject object, String field, int most) {
        String value = object.text(field).orElse("");
        return value.codePointCount(0, value.length()) <= most
                ? Optional.empty()
                : invalid("%s%s length invalid. Min length: 1, Max length: %d".formatted(path, field, most));
    }

    private Optional<MetaError> unlessOneOf(LenientObject object, String field, List<String> allowed) {
        return allowed.contains(object.text(field).orElseThrow())
                ? Optional.empty()
                : invalid("%s%s must be one of %s".formatted(path, field, allowed));
    }

    Optional<MetaError> missing(String field) {
        return Optional.of(errors.because(131008, "The request is missing the parameter %s%s.".formatted(path, field)));
    }

    Optional<MetaError> invalid(String details) {
        return Optional.of(errors.because(131009, details));
    }
}
