package dev.sealpost.access;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.sealpost.access.Problem.FieldFault;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** Says what is wrong with a JSON body without repeating any of it. */
final class JsonFaults {
    /** An unknown field's name is told only if it looks like a name and not like data. */
    private static final Pattern TELLABLE = Pattern.compile("[A-Za-z][A-Za-z_]{0,31}");

    private JsonFaults() {}

    static Problem problem(Throwable failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return fields("unknown-field", unknownField(unknown));
        }
        if (failure instanceof MismatchedInputException mismatch) {
            return fields("invalid-request", mistyped(mismatch));
        }
        if (failure instanceof JsonProcessingException malformed && malformed.getLocation() != null) {
            return malformed(" The parser gave up at %s.".formatted(place(malformed.getLocation())));
        }
        return malformed("");
    }

    private static Problem malformed(String where) {
        return Problem.of(HttpStatus.BAD_REQUEST, "malformed", "The body is not the JSON that is read here." + where);
    }

    private static Problem fields(String word, FieldFault fault) {
        return Problem.of(HttpStatus.BAD_REQUEST, word, "The body is not as described in errors.", List.of(fault));
    }

    private static FieldFault unknownField(UnrecognizedPropertyException unknown) {
        String name = unknown.getPropertyName();
        String parent = path(unknown.getPath().subList(0, unknown.getPath().size() - 1));
        String shown = TELLABLE.matcher(name).matches() ? name : "…";
        String allowed = unknown.getKnownPropertyIds().stream()
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", "));
        return new FieldFault(parent.isEmpty() ? shown : parent + "." + shown, "is not known; allowed: " + allowed);
    }

    private static FieldFault mistyped(MismatchedInputException mismatch) {
        Class<?> type = mismatch.getTargetType();
        return new FieldFault(path(mismatch.getPath()), "must be " + (type == null ? "of another type" : name(type)));
    }

    private static String name(Class<?> type) {
        if (type == Instant.class) {
            return "a time with its offset, 2026-11-01T10:00:00Z";
        }
        if (type.isEnum()) {
            return "one of the allowed words";
        }
        if (type == String.class) {
            return "a text";
        }
        return Number.class.isAssignableFrom(type) || type.isPrimitive() ? "a number" : "an object";
    }

    /** Fields on the way to the fault are all known to the reading type, or they would have been refused themselves. */
    private static String path(List<JsonMappingException.Reference> references) {
        return references.stream()
                .map(reference ->
                        reference.getFieldName() == null ? "[" + reference.getIndex() + "]" : reference.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String place(JsonLocation location) {
        return "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }
}
