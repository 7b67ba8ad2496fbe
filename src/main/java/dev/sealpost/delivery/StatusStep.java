package dev.sealpost.delivery;

import dev.sealpost.audit.AuditRecord;
import dev.sealpost.message.MessageState;
import java.time.Duration;
import java.util.Locale;

/**
 * One status that moves a message.
 *
 * @param to where to; a failure that may be tried again leads to {@code QUEUED}
 * @param delay until it is tried again, or null
 * @param counting what the failed try counts against, or null
 * @param givenUp why a failure that could be tried again is not, or null
 */
record StatusStep(StatusUpdate update, MessageState to, Duration delay, Scope counting, String givenUp) {

    static StatusStep straight(StatusUpdate update) {
        return new StatusStep(update, update.state(), null, null, null);
    }

    static StatusStep failed(StatusUpdate update, Ruling ruling) {
        return ruling instanceof Ruling.Again again
                ? new StatusStep(update, MessageState.QUEUED, again.delay(), again.scope(), null)
                : new StatusStep(update, MessageState.FAILED, null, null, ((Ruling.Final) ruling).givenUp());
    }

    AuditRecord entry(MessageFacts message) {
        return message.entry(EntryKind.of(to))
                .by("whatsapp")
                .outcome(to.name().toLowerCase(Locale.ROOT))
                .reason(update.reason())
                .evidence("wamid", update.channelId())
                .evidence("reportedAt", update.at())
                .evidence("price", update.price())
                .evidence(
                        "errorCode",
                        update.refusal() == null ? null : update.refusal().code())
                .evidence("retryAfterMs", delay == null ? null : delay.toMillis())
                .evidence("givenUp", givenUp)
                .build();
    }
}
