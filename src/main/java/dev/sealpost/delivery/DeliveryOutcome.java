package dev.sealpost.delivery;

import dev.sealpost.message.Reason;
import java.time.Duration;

/** What became of one attempt to send. */
public sealed interface DeliveryOutcome {

    /** The channel took it. @param channelId the channel's id of it (wamid) */
    record Accepted(String channelId) implements DeliveryOutcome {}

    /**
     * Certainly not sent, worth trying again.
     *
     * @param after how long the channel asked to wait, or null
     * @param channelDown the channel as a whole is in trouble (outage, throttling, refused connection), which the circuit breaker counts
     */
    record RetryLater(Reason reason, Duration after, boolean channelDown) implements DeliveryOutcome {}

    /**
     * Certainly not sent, never to be.
     *
     * @param byChannel the channel said so, so it works; else it was found out before the channel was asked
     */
    record Rejected(Reason reason, boolean byChannel) implements DeliveryOutcome {

        public static Rejected byChannel(Reason reason) {
            return new Rejected(reason, true);
        }

        public static Rejected beforeSending(Reason reason) {
            return new Rejected(reason, false);
        }
    }

    /** Unknown: the request was written, no usable answer came. Must not be sent again blindly. */
    record Uncertain(Reason reason) implements DeliveryOutcome {}
}
