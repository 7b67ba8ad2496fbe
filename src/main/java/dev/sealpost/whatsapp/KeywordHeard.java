package dev.sealpost.whatsapp;

import dev.sealpost.message.MessageId;
import dev.sealpost.message.SubjectRef;
import java.time.Instant;

/**
 * A person wrote a keyword. Published once a message, within the transaction that takes it in; what a listener throws undoes that, and
 * it is tried again. A {@code STOP} was recorded before this is published.
 *
 * @param inbound the hub's id of what they wrote
 * @param sender name in {@code config/senders.yml} of the number they wrote to; null if it is not one of them
 * @param at when they wrote, by Meta's clock
 */
public record KeywordHeard(Keyword keyword, SubjectRef subject, MessageId inbound, String sender, Instant at) {}
