package dev.sealpost.delivery;

import dev.sealpost.message.MessageId;
import dev.sealpost.message.MessageState;
import dev.sealpost.message.Reason;
import java.time.Instant;

/**
 * What the channel says later about a message.
 *
 * @param message the hub's id, as the channel echoed it, or null if it did not
 * @param channelId the channel's id (wamid)
 * @param state {@code SENT}, {@code DELIVERED}, {@code READ} or {@code FAILED}
 * @param reason for {@code FAILED}, else null
 */
public record StatusUpdate(MessageId message, String channelId, MessageState state, Instant at, Reason reason) {}
