package dev.sealpost.whatsapp.inbound;

import dev.sealpost.audit.AuditRecord;
import dev.sealpost.intake.Admission;
import dev.sealpost.intake.EventEntrance;
import dev.sealpost.intake.RawEvent;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.vault.DataKey;
import dev.sealpost.vault.SealBroken;
import dev.sealpost.vault.SubjectKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One batch of messages on its way to the flows that want them, and what came of it. */
final class Round {

    private static final Logger LOG = LoggerFactory.getLogger(Round.class);
    private static final Reason NO_FLOW = Reason.of("no-flow", "no flow wants it any more");
    private static final Reason ERASED = Reason.of("erased", "the person's key was destroyed");

    private final EventEntrance entrance;
    private final Map<MessageId, InboundRow> due = new LinkedHashMap<>();
    private final Map<MessageId, RawEvent> events = new LinkedHashMap<>();
    private final Map<MessageId, List<String>> takenBy = new LinkedHashMap<>();
    private final Set<MessageId> later = new LinkedHashSet<>();
    private final List<AuditRecord> entries = new ArrayList<>();

    Round(List<InboundRow> rows, EventEntrance entrance) {
        this.entrance = entrance;
        rows.forEach(row -> due.put(row.id(), row));
    }

    void open(SubjectKeys keys) {
        Map<SubjectRef, DataKey> loaded =
                keys.load(due.values().stream().map(InboundRow::subject).collect(Collectors.toSet()));
        for (InboundRow row : due.values()) {
            DataKey key = loaded.get(row.subject());
            if (key == null) {
                entries.add(InboundRecords.dropped(row, ERASED));
            } else {
                open(row, key);
            }
        }
    }

    private void open(InboundRow row, DataKey key) {
        try {
            byte[] event = InboundSeal.openEvent(key, row.id(), row.content());
            events.put(row.id(), new RawEvent(event, "inbound:" + row.id()));
        } catch (SealBroken altered) {
            entries.add(InboundRecords.sealBroken(row.id(), row.subject()));
        }
    }

    void hand(String flow, Subscription subscription) {
        List<MessageId> wanted = events.keySet().stream()
                .filter(id -> subscription.wants(due.get(id).kind(), due.get(id).sender()))
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        if (isTaken(flow, wanted)) {
            wanted.forEach(
                    id -> takenBy.computeIfAbsent(id, any -> new ArrayList<>()).add(flow));
        } else {
            later.addAll(wanted);
        }
    }

    private boolean isTaken(String flow, List<MessageId> wanted) {
        try {
            return entrance.accept(flow, wanted.stream().map(events::get).toList()) instanceof Admission.Admitted;
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Flow {} gets {} messages later: {}",
                    flow,
                    wanted.size(),
                    failure.getClass().getName());
            return false;
        }
    }

    /** What no flow waits for any more. */
    Set<MessageId> done() {
        Set<MessageId> done = new LinkedHashSet<>(due.keySet());
        done.removeAll(later);
        return done;
    }

    /** What a flow that wants it could not take now. */
    Set<MessageId> later() {
        return later;
    }

    /** What is done and was taken by this flow, maybe among others. */
    Stream<InboundRow> takenBy(String flow) {
        return done().stream().filter(id -> flowsOf(id).contains(flow)).map(due::get);
    }

    List<AuditRecord> entries() {
        List<AuditRecord> all = new ArrayList<>(entries);
        for (MessageId id : done()) {
            if (!flowsOf(id).isEmpty()) {
                all.add(InboundRecords.taken(due.get(id), String.join(",", flowsOf(id))));
            } else if (events.containsKey(id)) {
                all.add(InboundRecords.dropped(due.get(id), NO_FLOW));
            }
        }
        return all;
    }

    private List<String> flowsOf(MessageId id) {
        return takenBy.getOrDefault(id, List.of());
    }
}
