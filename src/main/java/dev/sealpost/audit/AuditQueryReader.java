package dev.sealpost.audit;

import dev.sealpost.message.MessageId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;

/** Reads the parameters of a query strictly: what is misspelt, given twice or out of bounds is a fault, and all are found at once. */
final class AuditQueryReader {

    static final int MAX_LIMIT = 1000;
    private static final int DEFAULT_LIMIT = 100;
    private static final Set<String> FILTERS = Set.of("from", "to", "flow", "message", "kind");
    private static final String TIME = "a time as in RFC 3339, 2026-11-01T10:00:00Z";

    private final MultiValueMap<String, String> parameters;
    private final List<Fault> faults = new ArrayList<>();

    private AuditQueryReader(MultiValueMap<String, String> parameters) {
        this.parameters = parameters;
    }

    static Reading read(MultiValueMap<String, String> parameters) {
        return new AuditQueryReader(parameters).read();
    }

    private Reading read() {
        var query = new AuditQuery(
                value("from", AuditQueryReader::time, TIME, null),
                value("to", AuditQueryReader::time, TIME, null),
                value("flow", AuditQueryReader::flow, "the id of a flow", null),
                value("message", AuditQueryReader::message, "a message id (UUID)", null),
                value("kind", AuditQueryReader::kind, String.join(", ", AuditKind.wireNames()), null),
                value("cursor", cursor -> between(cursor, 0, Long.MAX_VALUE), "the 'next' of a page before", -1L),
                value("limit", limit -> (int) between(limit, 1, MAX_LIMIT), "1 to " + MAX_LIMIT, DEFAULT_LIMIT));
        refuseUnknown();
        refuseEmptySpan(query);
        return faults.isEmpty() ? new Valid(query, filters()) : new Invalid(List.copyOf(faults));
    }

    private <T> T value(String name, Function<String, T> parser, String allowed, T absent) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            faults.add(new Fault(name, "is given more than once", "once"));
        } else if (!values.isEmpty() && StringUtils.hasText(values.get(0))) {
            return parsed(name, values.get(0), parser, allowed, absent);
        }
        return absent;
    }

    private <T> T parsed(String name, String value, Function<String, T> parser, String allowed, T absent) {
        try {
            return parser.apply(value);
        } catch (DateTimeException | IllegalArgumentException e) {
            faults.add(new Fault(name, "is not valid", allowed));
            return absent;
        }
    }

    private void refuseUnknown() {
        var known = new TreeSet<>(FILTERS);
        known.addAll(Set.of("cursor", "limit"));
        parameters.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name ->
                        faults.add(new Fault(InertText.of(name), "is not a parameter here", String.join(", ", known))));
    }

    private void refuseEmptySpan(AuditQuery query) {
        if (query.from() != null && query.to() != null && !query.from().isBefore(query.to())) {
            faults.add(new Fault("to", "is not after 'from'", "a later time than 'from'"));
        }
    }

    private Set<String> filters() {
        var filters = new TreeSet<>(FILTERS);
        filters.removeIf(name -> !StringUtils.hasText(parameters.getFirst(name)));
        return filters;
    }

    private static Instant time(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        return require(time.toInstant(), time.getYear() > 0 && time.getYear() < 10_000);
    }

    private static String flow(String text) {
        return require(text, text.equals(InertText.of(text)));
    }

    private static MessageId message(String text) {
        MessageId id = MessageId.of(text);
        return require(id, id.toString().equalsIgnoreCase(text));
    }

    private static AuditKind kind(String text) {
        return AuditKind.ofWireName(text).orElseThrow(IllegalArgumentException::new);
    }

    private static long between(String text, long least, long most) {
        long number = Long.parseLong(text);
        return require(number, number >= least && number <= most);
    }

    private static <T> T require(T value, boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException();
        }
        return value;
    }

    /** What became of the parameters. */
    sealed interface Reading {}

    /** @param filters the names of the filters that were given */
    record Valid(AuditQuery query, Set<String> filters) implements Reading {

        /** For the record: what the values were may be anything. */
        String namesOfFilters() {
            return filters.isEmpty() ? "none" : String.join(",", filters);
        }
    }

    record Invalid(List<Fault> faults) implements Reading {}

    /** What is wrong with a parameter and what is allowed; never what was given, which may be anything. */
    record Fault(String parameter, String problem, String allowed) {}
}
