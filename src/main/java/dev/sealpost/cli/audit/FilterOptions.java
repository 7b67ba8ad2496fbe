package dev.sealpost.cli.audit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which entries; what is left out does not restrict. The hub says what is wrong with a value. */
final class FilterOptions {

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "From this time on: 2026-11-01 (UTC) or 2026-11-01T10:00:00Z.")
    private String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Before this time.")
    private String to;

    @Option(names = "--flow", paramLabel = "FLOW", description = "Of this flow.")
    private String flow;

    @Option(names = "--message", paramLabel = "ID", description = "About this message.")
    private String message;

    @Option(names = "--kind", paramLabel = "KIND", description = "Of this kind, message.refused and the like.")
    private String kind;

    /** Null values are left out of the query. */
    Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("from", time(from));
        query.put("to", time(to));
        query.put("flow", flow);
        query.put("message", message);
        query.put("kind", kind);
        return query;
    }

    /** A day is its first moment in UTC; anything else goes to the hub as it is. */
    private static String time(String text) {
        try {
            return text == null
                    ? null
                    : LocalDate.parse(text)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .toString();
        } catch (DateTimeException noDay) {
            return text;
        }
    }
}
