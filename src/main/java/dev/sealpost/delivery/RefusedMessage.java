package dev.sealpost.delivery;

import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.vault.BlindIndex;
import java.time.Instant;

/**
 * A message that a step said no to.
 *
 * @param subject null if it was refused before the person was known
 * @param purpose null if it was refused before the purpose was known
 */
public record RefusedMessage(
        MessageId id,
        String flow,
        BlindIndex source,
        SubjectRef subject,
        String purpose,
        Reason reason,
        Instant receivedAt) {}
