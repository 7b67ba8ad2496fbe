package dev.sealpost.delivery;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.message.MessageState;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a message's history out of the audit, which is the only place where it is kept. */
final class MessageHistory {

    private static final Map<AuditKind, MessageState> STATES =
            Arrays.stream(MessageState.values()).collect(Collectors.toMap(EntryKind::of, Function.identity()));

    /** They say how it was carried or read, not how it came to be sent. */
    private static final Set<AuditKind> NO_EVIDENCE = Set.of(AuditKind.EXCHANGE, AuditKind.MESSAGE_LOOKED_UP);

    private MessageHistory() {}

    static List<MessageView.Step> steps(List<AuditRecord> trail) {
        return trail.stream().map(MessageHistory::step).filter(Objects::nonNull).toList();
    }

    static List<Map<String, Object>> evidence(List<AuditRecord> trail) {
        return trail.stream()
                .filter(entry -> !NO_EVIDENCE.contains(entry.kind()))
                .map(MessageHistory::evidence)
                .toList();
    }

    private static MessageView.Step step(AuditRecord entry) {
        MessageState state = entry.kind() == AuditKind.MESSAGE_QUEUED ? MessageState.QUEUED : STATES.get(entry.kind());
        return state == null ? null : new MessageView.Step(state, entry.time(), reason(entry));
    }

    private static Map<String, Object> evidence(AuditRecord entry) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("kind", entry.kind().wireName());
        shown.put("at", entry.time());
        shown.putAll(entry.evidence());
        return shown;
    }

    private static String reason(AuditRecord entry) {
        return entry.reason() == null ? null : entry.reason().toString();
    }
}
