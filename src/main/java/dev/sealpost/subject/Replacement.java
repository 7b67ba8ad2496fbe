package dev.sealpost.subject;

import dev.sealpost.message.SubjectRef;

/** What came of it that a person's number or user id was replaced by another one. */
public sealed interface Replacement {

    /** The person is found by the new one, and no longer by the old one. */
    record Moved(SubjectRef subject) implements Replacement {}

    /** Nobody is known by the old one; nothing was changed. */
    record Unknown() implements Replacement {}

    /** The new one is another's. Nothing was changed. */
    record Conflict(SubjectRef subject, SubjectRef other) implements Replacement {}
}
