package dev.sealpost.delivery;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages are taken out of the outbox and sent.
 *
 * @param inFlight How many messages this hub sends at once at most, those included whose outcome is not committed yet. Bounds
 *     memory.
 * @param batchSize How many messages are claimed, and how many outcomes are committed, in one transaction at most.
 * @param pollInterval How long an idle dispatcher waits before it looks again; what this hub itself queues wakes it at once.
 * @param linger How long outcomes are gathered before they are committed, unless a batch is full or nothing more is in flight.
 * @param maxAttempts How often a message is refused for its own sake before that is final. What an outage, a limit or a pause costs
 *     it does not count; only its time to live ends it then.
 * @param firstBackoff Upper bound of the random wait before the second attempt; doubles with each attempt.
 * @param maxBackoff Where the doubling ends.
 * @param lease How long a claimed message may stay without an outcome before it counts as uncertain. The hub does
 *     not start if a send can take as long.
 * @param sweepInterval How often leases, uncertain messages, expired messages, retained content and dead letters are looked
 *     after.
 * @param stopTimeout How long a stopping hub waits for the outcomes of what is in flight.
 * @param deadLetterRetention How long dead letters are kept.
 * @param failureWindow How long after {@code SENT} the sealed content is kept for the case that the channel reports a failure that
 *     may be tried again; zero deletes it at once, and such a failure is final then.
 * @param breaker When sending pauses because the channel is down.
 * @param urgent What is kept for messages that must not wait for others.
 */
@Validated
@ConfigurationProperties("sealpost.delivery")
record DeliverySettings(
        @DefaultValue("400") @Min(1) @Max(10_000) int inFlight,
        @DefaultValue("200") @Min(1) @Max(1_000) int batchSize,
        @DefaultValue("100ms") @NotNull @DurationMin(millis = 1) Duration pollInterval,
        @DefaultValue("20ms") @NotNull @DurationMin(millis = 0) Duration linger,
        @DefaultValue("12") @Min(1) int maxAttempts,
        @DefaultValue("1s") @NotNull @DurationMin(millis = 1) Duration firstBackoff,
        @DefaultValue("5m") @NotNull @DurationMin(millis = 1) Duration maxBackoff,
        @DefaultValue("45s") @NotNull @DurationMin(seconds = 1) Duration lease,
        @DefaultValue("5s") @NotNull @DurationMin(millis = 1) Duration sweepInterval,
        @DefaultValue("10s") @NotNull @DurationMin(millis = 0) Duration stopTimeout,
        @DefaultValue("14d") @NotNull @DurationMin(millis = 0) Duration deadLetterRetention,
        @DefaultValue("15m") @NotNull @DurationMin(millis = 0) Duration failureWindow,
        @DefaultValue @NotNull @Valid Breaker breaker,
        @DefaultValue @NotNull @Valid Urgent urgent) {

    int urgentPlaces() {
        return inFlight * urgent.share() / 100;
    }

    /**
     * @param window Over how many of the last sends the rate of failures is taken.
     * @param minimumSends Below so many sends in the window the breaker stays closed.
     * @param failureRate Percentage of sends that found the channel down, at which sending pauses.
     * @param pause How long sending pauses before probes are sent.
     * @param probes How many messages probe a channel that was down.
     */
    record Breaker(
            @DefaultValue("50") @Min(1) int window,
            @DefaultValue("10") @Min(1) int minimumSends,
            @DefaultValue("50") @Min(1) @Max(100) int failureRate,
            @DefaultValue("10s") @NotNull @DurationMin(millis = 1) Duration pause,
            @DefaultValue("5") @Min(1) int probes) {}

    /**
     * @param lastPriority The last priority of a purpose that is urgent; 0 is the first there is.
     * @param share Percentage of the messages sent at once that only urgent ones may take.
     */
    record Urgent(
            @DefaultValue("2") @Min(0) @Max(9) int lastPriority, @DefaultValue("10") @Min(0) @Max(50) int share) {}
}
