package dev.sealpost.pause;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How it is found out whether a pause may end.
 *
 * @param firstProbe How long after its begin a pause is probed for the first time; the wait doubles with each probe, with jitter.
 * @param longestProbe Where the doubling ends.
 */
@Validated
@ConfigurationProperties("sealpost.pause")
record PauseSettings(
        @DefaultValue("10s") @NotNull @DurationMin(millis = 1) Duration firstProbe,
        @DefaultValue("10m") @NotNull @DurationMin(millis = 1) Duration longestProbe) {}
