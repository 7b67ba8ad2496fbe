package dev.sealpost.delivery;

import dev.sealpost.message.MessageState;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Where a message stands when the channel reports on it.
 *
 * @param channelId the channel's id of the last send that is known to have been taken, or null
 */
record Standing(MessageFacts message, MessageState state, String channelId) {

    static Standing read(ResultSet row) throws SQLException {
        return new Standing(
                MessageFacts.read(row), MessageState.valueOf(row.getString("state")), row.getString("channel_id"));
    }

    /**
     * Any send that arrived settles the message. One that failed says nothing about a send that was taken later, nor about one that is
     * still to come.
     */
    boolean isMovedBy(StatusUpdate update) {
        boolean failed = update.state() == MessageState.FAILED;
        return state.mayBecome(update.state())
                && !(failed && (state == MessageState.QUEUED || isOfAnotherSend(update)));
    }

    private boolean isOfAnotherSend(StatusUpdate update) {
        return channelId != null && update.channelId() != null && !channelId.equals(update.channelId());
    }

    Standing after(StatusUpdate update) {
        return new Standing(message, update.state(), update.channelId() == null ? channelId : update.channelId());
    }
}
