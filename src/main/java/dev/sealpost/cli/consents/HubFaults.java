package dev.sealpost.cli.consents;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.cli.rest.Terminal;
import java.util.ArrayList;
import java.util.List;

/** Says a refusal of the hub in the file's words: which column, and why. The hub's refusals hold nothing of what was sent. */
final class HubFaults {

    private HubFaults() {}

    static List<RowFault> of(JsonNode problem) {
        String word = problem.path("type").asText().replaceFirst("^urn:sealpost:problem:", "");
        List<RowFault> faults = new ArrayList<>();
        problem.path("errors")
                .forEach(error -> faults.add(new RowFault(
                        column(error.path("field").asText()),
                        Terminal.line(word + ": " + error.path("message").asText()))));
        if (faults.isEmpty()) {
            faults.add(new RowFault(
                    about(word),
                    Terminal.line(word + ": " + problem.path("detail").asText())));
        }
        return faults;
    }

    private static String column(String field) {
        return ImportColumn.ofField(field).map(ImportColumn::heading).orElse(Terminal.line(field));
    }

    private static String about(String word) {
        return switch (word) {
            case "invalid-number", "erased", "seal-broken" -> ImportColumn.PHONE.heading();
            case "unknown-purpose", "no-opt-in" -> ImportColumn.PURPOSE.heading();
            default -> "";
        };
    }
}
