package dev.sealpost.delivery;

import java.util.List;

/** Moves messages on as the channel reports. */
public interface StatusUpdates {

    /**
     * Applies a batch, in the caller's transaction, with a constant number of statements. Duplicates, statuses that would go
     * backwards and unknown messages have no effect.
     */
    void apply(List<StatusUpdate> updates);
}
