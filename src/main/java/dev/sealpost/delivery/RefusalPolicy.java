package dev.sealpost.delivery;

import dev.sealpost.delivery.DeliveryOutcome.Refusal;
import dev.sealpost.delivery.DeliveryOutcome.RetryLater;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Whether a refused message is tried again, and when; the same whether the channel said so at once or by a later status. What is not
 * the message's fault does not use up its attempts: only its time to live ends it then. Its own delay grows all the same, so that a
 * message that always fails does not keep others from going.
 */
@Component
class RefusalPolicy {

    private static final String TIME_TO_LIVE = "time-to-live";
    private static final String ATTEMPTS = "attempts";
    private static final String ONCE = "once";
    private static final String CONTENT = "content-deleted";

    private final RetryPolicy retries;
    private final RefusalCounts counts;

    RefusalPolicy(RetryPolicy retries, RefusalCounts counts) {
        this.retries = retries;
        this.counts = counts;
    }

    Ruling rule(Refusal refusal, Tried message) {
        counts.add(refusal);
        return refusal instanceof RetryLater later ? rule(later, message) : new Ruling.Final(null);
    }

    private Ruling rule(RetryLater later, Tried message) {
        Duration delay = retries.delay(message.attempt(), later.after());
        if (!message.sendable()) {
            return new Ruling.Final(CONTENT);
        }
        if (!Instant.now().plus(delay).isBefore(message.expiresAt())) {
            return new Ruling.Final(TIME_TO_LIVE);
        }
        if (later.scope() == Scope.MESSAGE_ONCE && message.refusals().lastChance()) {
            return new Ruling.Final(ONCE);
        }
        int counted = message.refusals().plus(later.scope()).count();
        return later.scope().usesUpAttempts() && retries.attemptsUsedUp(counted)
                ? new Ruling.Final(ATTEMPTS)
                : new Ruling.Again(delay, later.scope());
    }
}
