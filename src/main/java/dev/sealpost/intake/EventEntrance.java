package dev.sealpost.intake;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Hands events to a flow beside its own source. They take the flow's own way, with its steps, its retry policy and its wiretap, and
 * are accepted or refused together, in two transactions however many there are.
 */
public interface EventEntrance {

    /** The most events at a time. */
    int MOST = 500;

    /** @throws IllegalArgumentException if there are more than {@value #MOST} */
    default Admission accept(String flow, List<RawEvent> events) {
        return accept(flow, events, accepted -> {});
    }

    /**
     * @param within done in the transaction that accepts the events: both are committed, or neither is. What it throws is thrown on,
     *     and nothing was accepted. It may be called again with other answers, if the first transaction came to nothing
     * @throws IllegalArgumentException if there are more than {@value #MOST}
     */
    Admission accept(String flow, List<RawEvent> events, Consumer<List<Accepted>> within);

    /** The header in which a flow wants the signature of an event; empty if it wants none there, or there is no such flow. */
    default Optional<String> signatureHeader(String flow) {
        return signatureHeader(flow, null);
    }

    /**
     * The header in which a flow wants the signature of an event, if it is not content with what was checked before.
     *
     * @param verifiedBy whose signature of the event was found good when it came in first; null if nobody's was
     * @return empty if it wants none there, or that signer's, or there is no such flow
     */
    Optional<String> signatureHeader(String flow, String verifiedBy);
}
