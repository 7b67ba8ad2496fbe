package dev.sealpost.audit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How entries get their index.
 *
 * @param batch how many entries get their index in one transaction; the append that fills it is moved whole
 * @param interval how long the sequencer rests when it finds no full batch; entries wait that long at most while it keeps up
 * @param maxBackoff how long it rests at most while the database does not answer
 */
@Validated
@ConfigurationProperties("sealpost.audit")
record AuditSettings(
        @DefaultValue("1000") @Min(1) @Max(10_000) int batch,
        @DefaultValue("100ms") @DurationMin(millis = 1) @DurationMax(seconds = 1) Duration interval,
        @DefaultValue("5s") @DurationMin(millis = 1) @DurationMax(seconds = 10) Duration maxBackoff) {}
