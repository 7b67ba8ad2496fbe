package dev.sealpost.consent;

import dev.sealpost.message.SubjectRef;
import java.util.Collection;
import java.util.List;

/** Withdrawals that come over a channel. What is queued is blocked before it is sent. */
public interface Stops {

    /**
     * Records them with their audit entries, in the caller's transaction and a constant number of statements. The same stop once more
     * changes nothing. A stop from before the last consent has no effect on it.
     */
    void record(List<Stop> stops, String actor);

    /**
     * Two subjects may be one person: what one of them has stopped is recorded as stopped for the other too. Takes part in the
     * caller's transaction.
     */
    void share(SubjectRef one, SubjectRef other, String actor);

    /** The purposes whose messages are marketing. */
    Collection<String> marketingPurposes();
}
