package dev.sealpost.delivery;

import java.util.Collection;

/** Keeps what could not be handled, sealed, with the reason, for a bounded time. */
public interface DeadLetters {

    /**
     * Seals each event, under its subject's key if it has one (so that erasure reaches it), else under the hub's own, and stores
     * it. Takes part in the caller's transaction.
     */
    void store(Collection<DeadEvent> events);
}
