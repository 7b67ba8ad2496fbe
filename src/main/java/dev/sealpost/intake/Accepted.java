package dev.sealpost.intake;

import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;

/** What became of an event that was taken in; committed when it is said. */
public sealed interface Accepted {

    /** The message it became. */
    MessageId id();

    /** In the outbox. */
    record Queued(MessageId id) implements Accepted {}

    /** Nothing is to be sent: it ends with a record, such as a request for consent. */
    record Recorded(MessageId id) implements Accepted {}

    /** A step said no. No content is kept. */
    record Refused(MessageId id, Reason reason) implements Accepted {}

    /** Refused, and kept as a sealed dead letter, for someone to look at. */
    record SetAside(MessageId id, Reason reason) implements Accepted {}

    /** The flow had an event with this source id before; it is dropped. @param id the message that one became */
    record Duplicate(MessageId id) implements Accepted {}
}
