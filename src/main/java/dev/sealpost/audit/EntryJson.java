package dev.sealpost.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import dev.sealpost.message.SubjectRef;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What an entry says, as the canonical JSON that is hashed. Absent fields are left out; its index is its place in the log. */
final class EntryJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private EntryJson() {}

    static String write(AuditRecord entry) {
        var members = new TreeMap<String, Object>();
        put(members, "time", entry.time());
        put(members, "kind", entry.kind().wireName());
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

    private static void put(SortedMap<String, Object> members, String name, Object value) {
        if (value != null) {
            members.put(name, value.toString());
        }
    }

    static AuditRecord read(String json) {
        Map<String, Object> members = parse(json);
        return new AuditRecord(
                text(members, "time", Instant::parse),
                text(members, "kind", EntryJson::kind),
                text(members, "actor", Function.identity()),
                text(members, "flow", Function.identity()),
                text(members, "exchange", Function.identity()),
                text(members, "message", MessageId::of),
                text(members, "subject", SubjectRef::of),
                text(members, "purpose", Function.identity()),
                text(members, "outcome", Function.identity()),
                text(members, "reason", EntryJson::reason),
                evidence(members));
    }

    private static Map<String, Object> parse(String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An audit entry is no JSON object: the log was altered", e);
        }
    }

    private static <T> T text(Map<String, Object> members, String name, Function<String, T> reader) {
        return Optional.ofNullable((String) members.get(name)).map(reader).orElse(null);
    }

    private static AuditKind kind(String wireName) {
        return AuditKind.ofWireName(wireName).orElseThrow(() -> new IllegalStateException("Unknown kind " + wireName));
    }

    private static Reason reason(String text) {
        int colon = text.indexOf(": ");
        return colon < 0 ? Reason.of(text) : Reason.of(text.substring(0, colon), text.substring(colon + 2));
    }

    private static Map<String, String> evidence(Map<String, Object> members) {
        return MAPPER.convertValue(members.getOrDefault("evidence", Map.of()), new TypeReference<>() {});
    }
}
