package dev.sealpost.delivery;

import java.util.List;
import org.springframework.stereotype.Component;

/** By which sender a message goes: the person's own, unless that one is stopped and another may. */
@Component
class SenderChoice {

    private final Channel channel;
    private final SenderLimits limits;

    SenderChoice(Channel channel, SenderLimits limits) {
        this.channel = channel;
        this.limits = limits;
    }

    /** @return null if no sender serves it */
    String of(Destination destination) {
        List<String> senders = channel.senders(destination);
        return senders.stream()
                .filter(sender -> !limits.isStopped(sender))
                .findFirst()
                .orElseGet(() -> senders.isEmpty() ? null : senders.get(0));
    }
}
