package dev.sealpost.intake;

import java.util.List;

/** What a flow answers to events that are handed to it. All but {@link Admitted} took nothing in. */
public sealed interface Admission {

    /** Committed. @param events what became of each event, in the order they were given */
    record Admitted(List<Accepted> events) implements Admission {

        public Admitted {
            events = List.copyOf(events);
        }
    }

    /** There is no such flow. */
    record UnknownFlow() implements Admission {}

    /** The flow is there and does not run. */
    record Stopped() implements Admission {}

    /**
     * The store does not answer. Hand the events over again: if it broke off while it committed, what was accepted is answered as a
     * {@link Accepted.Duplicate}.
     */
    record Unavailable() implements Admission {}
}
