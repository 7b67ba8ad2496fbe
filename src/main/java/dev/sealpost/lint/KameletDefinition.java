package dev.sealpost.lint;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A kamelet as its own file describes it.
 *
 * @param source whether a flow can start from it
 * @param required the parameters that must be given
 */
record KameletDefinition(String name, boolean source, Map<String, Property> properties, Set<String> required) {

    /** @param allowed the only values there are; empty if any of the type will do */
    record Property(String type, List<String> allowed) {

        /** Whether a text is a value of it. A type that is not known takes any. */
        boolean accepts(String text) {
            boolean typed =
                    switch (type) {
                        case "integer" -> text.matches("[+-]?\\d{1,18}");
                        case "number" -> text.matches("[+-]?\\d{1,18}(\\.\\d{1,18})?");
                        case "boolean" -> text.equals("true") || text.equals("false");
                        default -> true;
                    };
            return typed && (allowed.isEmpty() || allowed.contains(text));
        }

        String description() {
            return allowed.isEmpty() ? type : "one of " + String.join(", ", allowed);
        }
    }
}
