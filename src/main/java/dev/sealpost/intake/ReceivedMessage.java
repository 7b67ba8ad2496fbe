package dev.sealpost.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.subject.Recipient;
import dev.sealpost.vault.BlindIndex;
import java.time.Instant;

/**
 * An event that was read, has a source id not seen before, and is about a person with a valid number or user id. Nothing is known yet about
 * whether it may be used. Only {@code intake} makes one. It prints none of its content.
 */
public final class ReceivedMessage {

    private final MessageId id;
    private final String flow;
    private final String event;
    private final BlindIndex source;
    private final SubjectRef subject;
    private final Recipient person;
    private final JsonNode content;
    private final Instant receivedAt;

    ReceivedMessage(
            MessageId id,
            String flow,
            String event,
            BlindIndex source,
            SubjectRef subject,
            Recipient person,
            JsonNode content,
            Instant receivedAt) {
        this.id = id;
        this.flow = flow;
        this.event = event;
        this.source = source;
        this.subject = subject;
        this.person = person;
        this.content = content;
        this.receivedAt = receivedAt;
    }

    public MessageId id() {
        return id;
    }

    public String flow() {
        return flow;
    }

    /** The event's name, which is also the name of its default minimisation profile. */
    public String event() {
        return event;
    }

    /** Blind index of the id the source gave it. */
    public BlindIndex source() {
        return source;
    }

    public SubjectRef subject() {
        return subject;
    }

    /** What reaches the person the event is about. */
    public Recipient person() {
        return person;
    }

    /** The whole event as it came in: personal data. Only minimisation reads it, and consent what proves an opt-in. */
    public JsonNode content() {
        return content;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    @Override
    public String toString() {
        return "ReceivedMessage[" + id + ", flow=" + flow + "]";
    }
}
