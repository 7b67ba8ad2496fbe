package dev.sealpost.whatsapp.inbound;

import dev.sealpost.audit.AuditLog;
import dev.sealpost.intake.EventEntrance;
import dev.sealpost.message.MessageId;
import dev.sealpost.vault.SubjectKeys;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            hand(due);
        }
        return !due.isEmpty();
    }

    private void hand(List<InboundRow> due) {
        Map<String, Subscription> byFlow = subscriptions.byFlow();
        var round = new Round(due, entrance);
        round.open(keys);
        byFlow.forEach(round::hand);
        Set<MessageId> done = round.done();
        transactions.executeWithoutResult(status -> {
            rows.deleteContent(done);
            rows.stepAside(round.later());
            audit.append(round.entries());
        });
        byFlow.forEach((flow, subscription) -> {
            if (subscription.markRead()) {
                round.takenBy(flow).forEach(marks::read);
            }
        });
    }
}
