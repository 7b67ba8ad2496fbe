package dev.sealpost.delivery;

/** Says how many messages may go by a sender just now. All of them have to agree. */
public interface SenderLimit {

    /**
     * How many of so many may be claimed now. Each of them is recorded or given back afterwards. Quick: asked before every claim.
     *
     * @param atMost at least 1
     */
    int admit(String sender, int atMost);

    /** So many of those admitted were not claimed. */
    void giveBack(String sender, int count);

    /** As many messages were due as were admitted; there may be more. */
    default void exhausted(String sender) {}

    /** What became of one of those that were admitted. */
    default void record(String sender, Outcome outcome) {}

    /** Nothing goes by it until somebody has mended something: what waits, and can, goes by another one. */
    default boolean isStopped(String sender) {
        return false;
    }
}
