package dev.sealpost.delivery;

import java.util.Collection;

/** Keeps what could not be handled, sealed, with the reason, for a bounded time. */
public interface DeadLetters {

    /** Seals and stores events that no subject is known for, under the hub's own key. Takes part in the caller's transaction. */
    void store(Collection<DeadEvent> events);
}
