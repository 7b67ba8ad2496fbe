package dev.sealpost.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import dev.sealpost.message.SubjectRef;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What an entry says, as the canonical JSON that is hashed. Absent fields are left out; its index is its place in the log. */
final class EntryJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Characters of most entries. */
    private static final int FEW = 448;

    private EntryJson() {}

    static String write(AuditRecord entry) {
        var out = new StringBuilder(FEW);
        var json = new CanonicalJson(out).member("actor", entry.actor());
        if (!entry.evidence().isEmpty()) {
            json.member("evidence", entry.evidence());
        }
        json.member("exchange", entry.exchange())
                .member("flow", entry.flow())
                .member("kind", entry.kind().wireName())
                .member("message", text(entry.message()))
                .member("outcome", entry.outcome())
                .member("purpose", entry.purpose())
                .member("reason", text(entry.reason()))
                .member("subject", text(entry.subject()))
                .member("time", entry.time().toString())
                .end();
        return out.toString();
    }

    private static String text(Object value) {
        return Objects.toString(value, null);
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

    private static SortedMap<String, String> evidence(Map<String, Object> members) {
        return MAPPER.convertValue(
                members.getOrDefault("evidence", Map.of()), new TypeReference<TreeMap<String, String>>() {});
    }
}
