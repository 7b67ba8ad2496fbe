package dev.sealpost.whatsapp.cloudapi;

import dev.sealpost.delivery.DeliveryOutcome;
import dev.sealpost.delivery.DeliveryOutcome.Rejected;
import dev.sealpost.delivery.DeliveryOutcome.RetryLater;
import dev.sealpost.message.Reason;
import java.time.Duration;

/** What the hub does about an error of the Cloud API. None of them is "unknown": whoever got an error code was certainly refused. */
enum Reaction {
    /** Nothing gets through now, whoever it is for: an outage, a limit, a token, a lock. Nothing is failed for it. */
    CHANNEL_DOWN(true, null),
    /** Something about this message or this person passes; everything else goes on. */
    TRY_AGAIN(false, null),
    TRY_AGAIN_IN_AN_HOUR(false, Duration.ofHours(1)),
    TRY_AGAIN_TOMORROW(false, Duration.ofHours(24)),
    /** No repetition changes the answer. */
    GIVE_UP(false, null);

    private final boolean channelDown;
    private final Duration usualWait;

    Reaction(boolean channelDown, Duration usualWait) {
        this.channelDown = channelDown;
        this.usualWait = usualWait;
    }

    /** @param asked how long the answer asked to wait, or null */
    DeliveryOutcome to(Reason reason, Duration asked) {
        if (this == GIVE_UP) {
            return Rejected.byChannel(reason);
        }
        return new RetryLater(reason, longer(asked), channelDown);
    }

    private Duration longer(Duration asked) {
        if (asked == null || usualWait == null) {
            return asked == null ? usualWait : asked;
        }
        return asked.compareTo(usualWait) > 0 ? asked : usualWait;
    }
}
