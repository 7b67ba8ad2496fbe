package dev.sealpost.whatsapp.inbound;

import dev.sealpost.audit.AuditLog;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.intake.Admission;
import dev.sealpost.intake.EventEntrance;
import dev.sealpost.intake.RawEvent;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import dev.sealpost.vault.DataKey;
import dev.sealpost.vault.SealBroken;
import dev.sealpost.vault.SubjectKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Hands messages to the flows that want them, up to {@value #BATCH} at a time. A flow accepts a message once, by its id; one that
 * stands still, or whose store does not answer, gets it later. The content is deleted once every flow has taken it.
 *
 * <p>Not guaranteed: that a flow gets a person's messages in their order, after one of them had to wait.
 */
@Component
class HandOver {

    static final int BATCH = 100;

    private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Reason NO_FLOW = Reason.of("no-flow", "no flow wants it any more");
    private static final Reason ERASED = Reason.of("erased", "the person's key was destroyed");

    private final InboundRows rows;
    private final Subscriptions subscriptions;
    private final EventEntrance entrance;
    private final SubjectKeys keys;
    private final ReadMarks marks;
    private final AuditLog audit;
    private final TransactionOperations transactions;

    HandOver(
            InboundRows rows,
            Subscriptions subscriptions,
            EventEntrance entrance,
            SubjectKeys keys,
            ReadMarks marks,
            AuditLog audit,
            TransactionOperations transactions) {
        this.rows = rows;
        this.subscriptions = subscriptions;
        this.entrance = entrance;
        this.keys = keys;
        this.marks = marks;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** @return whether there was anything to do */
    boolean next() {
        if (!subscriptions.areKnown()) {
            return false;
        }
        List<InboundRow> due = transactions.execute(status -> rows.lease(BATCH, LEASE));
        if (!due.isEmpty()) {
            new Round(due).run();
        }
        return !due.isEmpty();
    }

    /** Deletes what was kept long enough. */
    void forget() {
        transactions.executeWithoutResult(status -> {
            int untaken = rows.forget();
            if (untaken > 0) {
                audit.append(List.of(InboundRecords.expired(untaken)));
            }
        });
    }

    /** One batch. */
    private final class Round {

        private final Map<MessageId, InboundRow> due = new LinkedHashMap<>();
        private final Map<MessageId, RawEvent> events = new LinkedHashMap<>();
        private final Map<MessageId, List<String>> takenBy = new LinkedHashMap<>();
        private final Set<MessageId> later = new LinkedHashSet<>();
        private final List<AuditRecord> entries = new ArrayList<>();

        Round(List<InboundRow> rows) {
            rows.forEach(row -> due.put(row.id(), row));
        }

        void run() {
            open();
            Map<String, Subscription> byFlow = subscriptions.byFlow();
            byFlow.forEach(this::hand);
            Set<MessageId> done = new LinkedHashSet<>(due.keySet());
            done.removeAll(later);
            done.forEach(this::record);
            transactions.executeWithoutResult(status -> {
                rows.deleteContent(done);
                rows.stepAside(later);
                audit.append(entries);
            });
            byFlow.forEach((flow, subscription) -> {
                if (subscription.markRead()) {
                    done.stream().filter(id -> takenBy(id).contains(flow)).forEach(id -> marks.read(due.get(id)));
                }
            });
        }

        private void open() {
            Map<?, DataKey> keysOf =
                    keys.load(due.values().stream().map(InboundRow::subject).collect(Collectors.toSet()));
            for (InboundRow row : due.values()) {
                DataKey key = keysOf.get(row.subject());
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

        private void hand(String flow, Subscription subscription) {
            List<MessageId> wanted = events.keySet().stream()
                    .filter(id ->
                            subscription.wants(due.get(id).kind(), due.get(id).sender()))
                    .toList();
            if (wanted.isEmpty()) {
                return;
            }
            if (isTaken(flow, wanted)) {
                wanted.forEach(id ->
                        takenBy.computeIfAbsent(id, any -> new ArrayList<>()).add(flow));
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

        private List<String> takenBy(MessageId id) {
            return takenBy.getOrDefault(id, List.of());
        }

        private void record(MessageId id) {
            if (!takenBy(id).isEmpty()) {
                entries.add(InboundRecords.taken(due.get(id), String.join(",", takenBy(id))));
            } else if (events.containsKey(id)) {
                entries.add(InboundRecords.dropped(due.get(id), NO_FLOW));
            }
        }
    }
}
