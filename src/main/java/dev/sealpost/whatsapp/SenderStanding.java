package dev.sealpost.whatsapp;

import dev.sealpost.message.Reason;
import java.time.Instant;
import java.util.List;

/**
 * Whether a sender may send, by what Meta says about its number and its token. Facts for health.
 *
 * @param reasons why not, or what is going to be wrong; empty if it is {@link State#READY}
 * @param tokenExpires null: never, or not known
 */
public record SenderStanding(String sender, State state, List<Reason> reasons, Instant tokenExpires) {

    /** From well to worse. */
    public enum State {
        READY,
        /** Sends, but something has to be done soon. */
        WARNED,
        /** Does not send until Meta has answered; what waits stays with it. */
        AWAITED,
        /** Does not send until Meta says otherwise; what waits goes by another sender that may. */
        STOPPED
    }

    public boolean maySend() {
        return state == State.READY || state == State.WARNED;
    }
}
