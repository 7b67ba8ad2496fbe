package dev.sealpost.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One export of the log.
 *
 * @param at when it began
 * @param upTo the last index of the log then: what comes later is not in it
 */
record Export(AuditQueryReader.Valid asked, AuditReader reader, Instant at, long upTo) {

    Export(AuditQueryReader.Valid asked, AuditReader reader, long upTo) {
        this(asked, reader, Instant.now().truncatedTo(ChronoUnit.MICROS), upTo);
    }

    /** The first line: signed with the rest, so that a part of the log does not pass for the whole. */
    String heading() {
        var members = new TreeMap<String, Object>();
        members.put("version", "1");
        members.put("at", at.toString());
        members.put("by", reader.getName());
        members.put("upTo", Long.toString(upTo));
        members.put("filters", filters());
        if (!reader.flows().isEmpty()) {
            members.put("onlyFlows", String.join(",", new TreeSet<>(reader.flows())));
        }
        return CanonicalJson.write(new TreeMap<>(Map.of("export", members)));
    }

    private SortedMap<String, String> filters() {
        AuditQuery query = asked.query();
        var filters = new TreeMap<String, String>();
        filters.put("from", Objects.toString(query.from(), null));
        filters.put("to", Objects.toString(query.to(), null));
        filters.put("flow", query.flow());
        filters.put("message", Objects.toString(query.message(), null));
        filters.put("kind", query.kind() == null ? null : query.kind().wireName());
        filters.values().removeIf(Objects::isNull);
        return filters;
    }
}
