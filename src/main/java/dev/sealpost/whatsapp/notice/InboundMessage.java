package dev.sealpost.whatsapp.notice;

import dev.sealpost.subject.Handles;
import java.time.Instant;

/**
 * A person wrote, or did something in the chat. Prints none of it.
 *
 * @param wamid Meta's id of it
 * @param phoneNumberId Meta's id of the number they wrote to
 * @param from who it was: what they are reached by first
 * @param at when, by Meta's clock
 * @param replyTo Meta's id of the message it answers, or null
 * @param group it was written to a group: no chat with the person
 */
public record InboundMessage(
        String wamid, String phoneNumberId, Handles from, Instant at, Content content, String replyTo, boolean group)
        implements Notice {

    @Override
    public String toString() {
        return "InboundMessage[" + content.kind() + "]";
    }
}
