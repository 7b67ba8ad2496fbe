package dev.sealpost.delivery;

import dev.sealpost.message.MessageId;
import dev.sealpost.message.MessageState;
import dev.sealpost.message.Reason;
import java.time.Instant;
import java.util.Set;

/**
 * What the channel says later about a message.
 *
 * @param message the hub's id, as the channel echoed it, or null if it did not
 * @param channelId the channel's id (wamid)
 * @param state {@code SENT}, {@code DELIVERED}, {@code READ} or {@code FAILED}
 * @param refusal for {@code FAILED} what its error means, the same as in an answer to a send ({@code unspecified} if the channel gave
 *     none), else null
 * @param price what the channel says it costs, {@code utility billable}; null if it says nothing
 */
public record StatusUpdate(
        MessageId message,
        String channelId,
        MessageState state,
        Instant at,
        DeliveryOutcome.Refusal refusal,
        String price) {

    private static final Set<MessageState> REPORTED =
            Set.of(MessageState.SENT, MessageState.DELIVERED, MessageState.READ, MessageState.FAILED);

    private static final DeliveryOutcome.Refusal UNSPECIFIED =
            DeliveryOutcome.Rejected.byChannel(Reason.of("unspecified", "the channel gave no reason"));

    public StatusUpdate {
        if (!REPORTED.contains(state)) {
            throw new IllegalArgumentException("A channel reports %s, not %s".formatted(REPORTED, state));
        }
        refusal = state == MessageState.FAILED && refusal == null ? UNSPECIFIED : refusal;
    }

    /** One that says nothing of a price. */
    public StatusUpdate(
            MessageId message, String channelId, MessageState state, Instant at, DeliveryOutcome.Refusal refusal) {
        this(message, channelId, state, at, refusal, null);
    }

    /** Why it failed, or null. */
    public Reason reason() {
        return refusal == null ? null : refusal.reason();
    }
}
