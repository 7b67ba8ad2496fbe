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
 * @param reason for {@code FAILED} ({@code unspecified} if the channel gave none), else null
 */
public record StatusUpdate(MessageId message, String channelId, MessageState state, Instant at, Reason reason) {

    private static final Set<MessageState> REPORTED =
            Set.of(MessageState.SENT, MessageState.DELIVERED, MessageState.READ, MessageState.FAILED);

    private static final Reason UNSPECIFIED = Reason.of("unspecified", "the channel gave no reason");

    public StatusUpdate {
        if (!REPORTED.contains(state)) {
            throw new IllegalArgumentException("A channel reports %s, not %s".formatted(REPORTED, state));
        }
        reason = state == MessageState.FAILED && reason == null ? UNSPECIFIED : reason;
    }
}
