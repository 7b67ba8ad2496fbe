package dev.sealpost.delivery;

import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.vault.BlindIndex;
import java.time.Instant;

/**
 * A message that ended with a record instead of a send.
 *
 * @param reason why there was nothing to add; null if something was recorded
 */
public record RecordedMessage(
        MessageId id,
        String flow,
        BlindIndex source,
        SubjectRef subject,
        String purpose,
        Reason reason,
        Instant receivedAt) {}
