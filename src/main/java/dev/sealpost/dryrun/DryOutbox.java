package dev.sealpost.dryrun;

import dev.sealpost.delivery.DeadEvent;
import dev.sealpost.delivery.DeadLetters;
import dev.sealpost.delivery.Outbox;
import dev.sealpost.delivery.QueuedMessage;
import dev.sealpost.delivery.RefusedMessage;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import dev.sealpost.vault.BlindIndex;
import java.util.Collection;
import java.util.Map;

/** Takes what would be queued, refused or set aside, and shows it. */
final class DryOutbox implements Outbox, DeadLetters {

    private QueuedMessage queued;
    private Reason refused;
    private boolean aside;

    @Override
    public void enqueue(Collection<QueuedMessage> messages) {
        messages.forEach(message -> queued = message);
    }

    @Override
    public void refuse(Collection<RefusedMessage> messages) {
        messages.forEach(message -> refused = message.reason());
    }

    @Override
    public void store(Collection<DeadEvent> events) {
        aside = aside || !events.isEmpty();
    }

    @Override
    public Map<BlindIndex, MessageId> known(String flow, Collection<BlindIndex> sources) {
        return Map.of();
    }

    /** Null if nothing would be queued. */
    QueuedMessage queued() {
        return queued;
    }

    /** Null if nothing would be refused. */
    Reason refused() {
        return refused;
    }

    /** Whether the event would be kept as a sealed dead letter. */
    boolean setAside() {
        return aside;
    }
}
