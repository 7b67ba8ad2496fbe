package dev.sealpost.delivery;

import dev.sealpost.message.MessageId;
import dev.sealpost.vault.BlindIndex;
import java.util.Collection;
import java.util.Map;

/**
 * Where accepted and refused messages are written down, with the audit entries that explain them. Takes part in the caller's
 * transaction: the source may be acknowledged once that has committed.
 */
public interface Outbox {

    /** Writes {@code QUEUED} messages, batched. */
    void enqueue(Collection<QueuedMessage> messages);

    /** Writes {@code REFUSED} messages, batched; no content is kept. */
    void refuse(Collection<RefusedMessage> messages);

    /** Writes {@code RECORDED} messages, batched; no content is kept. */
    void record(Collection<RecordedMessage> messages);

    /** Which of these source ids the flow has accepted or refused before, and as which message; one query. */
    Map<BlindIndex, MessageId> known(String flow, Collection<BlindIndex> sources);

    /**
     * Lets refused messages keep their history but not their source ids, for events that take their place in this transaction. Others are
     * left as they are.
     */
    void giveWay(Collection<MessageId> refused);
}
