package dev.sealpost.delivery;

import dev.sealpost.message.MessageState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A message as the API shows it. Ids, states and reasons; nothing of its content.
 *
 * @param purpose null if it was refused before its purpose was known
 * @param history every state it was in, oldest first
 * @param evidence what proves each step: kind and time of the audit entry, and the ids it names
 */
record MessageView(
        UUID id,
        String flow,
        String purpose,
        MessageState state,
        List<Step> history,
        List<Map<String, Object>> evidence) {

    /** @param reason starts with a stable word; null where the state needs none */
    record Step(MessageState state, Instant at, String reason) {}

    /** @param messages newest first */
    record Found(List<MessageView> messages) {}
}
