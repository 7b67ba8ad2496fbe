package dev.sealpost.audit;

import java.time.temporal.ChronoUnit;
import java.util.TreeMap;

/** What an entry says, as the canonical JSON that is hashed. Absent fields are left out. */
final class EntryJson {

    private EntryJson() {}

    static String of(AuditRecord entry) {
        var members = new TreeMap<String, Object>();
        members.put("time", entry.time().truncatedTo(ChronoUnit.MICROS).toString());
        members.put("kind", entry.kind().wireName());
        put(members, "actor", entry.actor());
        put(members, "flow", entry.flow());
        put(members, "exchange", entry.exchange());
        put(members, "message", entry.message());
        put(members, "subject", entry.subject());
        put(members, "purpose", entry.purpose());
        put(members, "outcome", entry.outcome());
        put(members, "reason", entry.reason());
        if (!entry.evidence().isEmpty()) {
            members.put("evidence", new TreeMap<>(entry.evidence()));
        }
        return CanonicalJson.write(members);
    }

    private static void put(TreeMap<String, Object> members, String name, Object value) {
        if (value != null) {
            members.put(name, value.toString());
        }
    }
}
