package dev.sealpost.delivery;

import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import dev.sealpost.message.SubjectRef;
import java.time.Duration;

/**
 * The refused message that has a {@link Consequence}. Holds references only, no personal data.
 *
 * @param sender its name in {@code senders.yml}
 * @param country ISO region of the person's number, or null if it has none
 * @param attempt the number of the message's try that was refused, 1 for the first
 * @param code the channel's own error code, or null
 * @param asked how long the channel asked to wait, or null
 */
public record Occasion(
        MessageId message,
        SubjectRef subject,
        String purpose,
        String template,
        String sender,
        String country,
        int attempt,
        Integer code,
        Reason reason,
        Duration asked) {}
