package dev.sealpost.consent;

import dev.sealpost.message.Reason;

/** What comes of a {@link ConsentRequest}. */
public sealed interface RequestOutcome {

    /** Recorded as requested. */
    record Requested() implements RequestOutcome {}

    /** Nothing was added: it is requested or granted already, which the reason says. */
    record Unchanged(Reason reason) implements RequestOutcome {}

    /** The person must not be asked, or cannot be. */
    record Refused(Reason reason) implements RequestOutcome {}
}
