package dev.sealpost.minimisation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What became of one field of a profile. Prints none of the value. */
sealed interface FieldReading {

    record Leaves(String text) implements FieldReading {
        @Override
        public String toString() {
            return "Leaves[]";
        }
    }

    /** An optional field that the event does not have. */
    record LeftOut() implements FieldReading {}

    /** @param problem names the field's path, never its value */
    record Refused(String problem) implements FieldReading {}

    static FieldReading of(FieldRule rule, JsonNode event, UnaryOperator<String> pseudonyms) {
        JsonNode node = rule.from().in(event);
        if (node.isMissingNode() || node.isNull()) {
            return absent(rule, "is missing");
        }
        Optional<String> raw = rule.type().read(node);
        if (raw.isEmpty()) {
            return refused(rule, "is not " + rule.type().description());
        }
        String text = CleanText.of(raw.get());
        return text.isEmpty() ? absent(rule, "is empty") : transformed(rule, text, pseudonyms);
    }

    private static FieldReading transformed(FieldRule rule, String text, UnaryOperator<String> pseudonyms) {
        String leaving = rule.transform().apply(text, pseudonyms);
        return CleanText.length(leaving) <= rule.maxLength()
                ? new Leaves(leaving)
                : refused(rule, "is longer than " + rule.maxLength() + " characters");
    }

    private static FieldReading absent(FieldRule rule, String problem) {
        return rule.required() ? refused(rule, problem) : new LeftOut();
    }

    private static FieldReading refused(FieldRule rule, String problem) {
        return new Refused(rule.from() + " " + problem);
    }
}
