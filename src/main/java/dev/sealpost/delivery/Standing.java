package dev.sealpost.delivery;

import dev.sealpost.message.MessageState;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Where a message stands when the channel reports on it.
 *
 * @param channelId the channel's id of the last send that is known to have been taken, or null; a message that waits or is being sent
 *     has one only if that send failed afterwards
 */
record Standing(Tried tried, MessageState state, String channelId) {

    static final String COLUMNS = Tried.COLUMNS + ", state, channel_id";

    static Standing read(ResultSet row) throws SQLException {
        return new Standing(Tried.read(row), MessageState.valueOf(row.getString("state")), row.getString("channel_id"));
    }

    MessageFacts message() {
        return tried.message();
    }

    /**
     * Any send that arrived settles the message. That one was taken, or failed, says nothing about a send that was taken later, nor
     * about one that is still to come.
     */
    boolean isMovedBy(StatusUpdate update) {
        return state.mayBecome(update.state())
                && switch (update.state()) {
                    case FAILED -> state == MessageState.SENT ? !isOfAnotherSend(update) : isOfOpenSend(update);
                    case SENT -> !isOfKnownSend(update);
                    default -> true;
                };
    }

    /** About the send whose outcome is not known yet. */
    private boolean isOfOpenSend(StatusUpdate update) {
        return state != MessageState.QUEUED && !isOfKnownSend(update);
    }

    private boolean isOfKnownSend(StatusUpdate update) {
        return channelId != null && channelId.equals(update.channelId());
    }

    private boolean isOfAnotherSend(StatusUpdate update) {
        return channelId != null && update.channelId() != null && !channelId.equals(update.channelId());
    }

    Standing after(StatusStep step) {
        String known = step.update().channelId();
        return new Standing(
                step.counting() == null ? tried : tried.after(step.counting()),
                step.to(),
                known == null ? channelId : known);
    }
}
