package dev.sealpost.delivery;

import dev.sealpost.message.Reason;
import dev.sealpost.subject.Recipient;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What became of one attempt to send. */
public sealed interface DeliveryOutcome {

    /**
     * The channel took it.
     *
     * @param channelId the channel's id of it (wamid)
     * @param reached other numbers or user ids of the person than it was sent to, as the channel says
     */
    record Accepted(String channelId, List<Recipient> reached) implements DeliveryOutcome {

        public Accepted {
            reached = List.copyOf(reached);
        }

        public Accepted(String channelId) {
            this(channelId, List.of());
        }
    }

    /** Unknown: the request was written, no usable answer came. Must not be sent again blindly. */
    record Uncertain(Reason reason) implements DeliveryOutcome {}

    /** The person certainly did not get it. Said by the answer to a send, or by a later status. */
    sealed interface Refusal extends DeliveryOutcome {

        Reason reason();

        /** The channel's own error code, or null if it gave none. */
        Integer code();

        /** What it means for others than this message. */
        Set<Effect> effects();

        /** How long the channel asked to wait, or null. */
        default Duration after() {
            return null;
        }
    }

    /**
     * Worth trying again.
     *
     * @param after not earlier than after this time, or null
     * @param scope what is in trouble
     */
    record RetryLater(Reason reason, Integer code, Duration after, Scope scope, Set<Effect> effects)
            implements Refusal {

        public RetryLater {
            effects = Set.copyOf(effects);
        }

        /** Without a code of the channel. */
        public RetryLater(Reason reason, Duration after, Scope scope) {
            this(reason, null, after, scope, Set.of());
        }
    }

    /**
     * Never to be sent.
     *
     * @param byChannel the channel said so, so it works; else it was found out before the channel was asked
     */
    record Rejected(Reason reason, Integer code, boolean byChannel, Set<Effect> effects) implements Refusal {

        public Rejected {
            effects = Set.copyOf(effects);
        }

        public static Rejected byChannel(Reason reason) {
            return new Rejected(reason, null, true, Set.of());
        }

        public static Rejected beforeSending(Reason reason) {
            return new Rejected(reason, null, false, Set.of());
        }
    }
}
