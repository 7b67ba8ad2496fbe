package dev.sealpost.intake;

import java.util.List;

/** Events that a source hands over together, to be accepted or refused in one transaction. Prints none of them. */
public interface EventBatch {

    List<RawEvent> events();

    /** What the source has to remember together with the events. Called within the transaction that accepts them. */
    default void commit() {}

    /** Called after they are committed, and not if that failed: the source need not hand them over again. */
    default void acknowledge() {}
}
