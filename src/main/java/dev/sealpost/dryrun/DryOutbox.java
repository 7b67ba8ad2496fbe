package dev.sealpost.dryrun;

import dev.sealpost.consent.ConsentRequest;
import dev.sealpost.consent.ConsentRequests;
import dev.sealpost.consent.RequestOutcome;
import dev.sealpost.delivery.DeadEvent;
import dev.sealpost.delivery.DeadLetters;
import dev.sealpost.delivery.Outbox;
import dev.sealpost.delivery.QueuedMessage;
import dev.sealpost.delivery.RecordedMessage;
import dev.sealpost.delivery.RefusedMessage;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import dev.sealpost.vault.BlindIndex;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Takes what would be queued, refused or set aside, and shows it. */
final class DryOutbox implements Outbox, DeadLetters, ConsentRequests {

    private QueuedMessage queued;
    private Reason refused;
    private boolean aside;
    private boolean recorded;

    @Override
    public void enqueue(Collection<QueuedMessage> messages) {
        messages.forEach(message -> queued = message);
    }

    @Override
    public void refuse(Collection<RefusedMessage> messages) {
        messages.forEach(message -> refused = message.reason());
    }

    @Override
    public void record(Collection<RecordedMessage> messages) {
        recorded = recorded || !messages.isEmpty();
    }

    /** The step has foreseen that nothing speaks against it. */
    @Override
    public List<RequestOutcome> record(List<ConsentRequest> requests) {
        return requests.stream()
                .<RequestOutcome>map(request -> new RequestOutcome.Requested())
                .toList();
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

    /** Whether the flow would end with a record instead of a send. */
    boolean recorded() {
        return recorded;
    }

    /** Whether the event would be kept as a sealed dead letter. */
    boolean setAside() {
        return aside;
    }

    /** Nothing is stored, so nothing is in the way. */
    @Override
    public void giveWay(Collection<MessageId> refused) {}
}
