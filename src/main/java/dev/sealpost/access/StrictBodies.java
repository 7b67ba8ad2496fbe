package dev.sealpost.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.sealpost.access.Problem.FieldFault;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reads and checks a value exactly as a controller's body is, for requests that carry many of them. */
@Component
public class StrictBodies {
    private final ObjectMapper json;
    private final Validator validator;

    StrictBodies(ObjectMapper json, Validator validator) {
        this.json = StrictJson.strict(json);
        this.validator = validator;
    }

    /** A reader of one type; safe for many threads. */
    public <T> Reader<T> of(Class<T> type) {
        return new Reader<>(json.readerFor(type), validator);
    }

    /** Either the value or the problem is null. Prints nothing. */
    public record Body<T>(T value, Problem problem) {

        @Override
        public String toString() {
            return "Body[]";
        }
    }

    /** Reads values of one type. Never throws for what is in them. */
    public static final class Reader<T> {
        private final ObjectReader json;
        private final Validator validator;

        private Reader(ObjectReader json, Validator validator) {
            this.json = json;
            this.validator = validator;
        }

        public Body<T> read(byte[] text) {
            try {
                T value = json.readValue(text);
                return value == null ? new Body<>(null, JsonFaults.problem(null)) : checked(value);
            } catch (IOException unreadable) {
                return new Body<>(null, JsonFaults.problem(unreadable));
            }
        }

        private Body<T> checked(T value) {
            List<FieldFault> faults = validator.validate(value).stream()
                    .map(violation -> new FieldFault(violation.getPropertyPath().toString(), violation.getMessage()))
                    .sorted(Comparator.comparing(FieldFault::field))
                    .toList();
            return faults.isEmpty() ? new Body<>(value, null) : new Body<>(null, invalid(faults));
        }

        private static Problem invalid(List<FieldFault> faults) {
            return Problem.of(
                    HttpStatus.BAD_REQUEST, "invalid-request", "The body is not as described in errors.", faults);
        }
    }
}
