package dev.sealpost.delivery;

import dev.sealpost.pause.Pauses;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nothing goes by a sender that is paused, or whose account is. If that cannot be found out, nothing goes at all. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PausedSenders implements SenderLimit {

    private final Pauses pauses;
    private final Channel channel;

    PausedSenders(Pauses pauses, Channel channel) {
        this.pauses = pauses;
        this.channel = channel;
    }

    @Override
    public int admit(String sender, int atMost) {
        return isStopped(sender) ? 0 : atMost;
    }

    @Override
    public void giveBack(String sender, int count) {
        // It keeps no count of what it admits.
    }

    @Override
    public boolean isStopped(String sender) {
        return pauses.recent().ofSender(sender, channel.account(sender)).isPresent();
    }
}
