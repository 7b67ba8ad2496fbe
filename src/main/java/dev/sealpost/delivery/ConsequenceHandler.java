package dev.sealpost.delivery;

import java.util.List;

/** Carries consequences out. Every bean of this type is told all of them and takes those it knows. */
public interface ConsequenceHandler {

    /**
     * Called in the transaction that writes down the outcomes or statuses which have them; to throw undoes that too, and it is tried
     * again. Must not need more statements for more consequences.
     *
     * @param consequences at least one, in the order of their messages' ids, so that locks are taken in one order
     */
    void apply(List<Consequence> consequences);
}
