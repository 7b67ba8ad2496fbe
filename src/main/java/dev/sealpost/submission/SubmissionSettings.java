package dev.sealpost.submission;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are taken by REST.
 *
 * @param idempotencyRetention how long the answer to an {@code Idempotency-Key} is kept
 * @param batchesAtOnce how many JSON Lines bodies one hub reads at a time; half of them with one key; another one is answered 429
 */
@ConfigurationProperties("sealpost.rest")
record SubmissionSettings(
        @DefaultValue("24h") @NotNull @DurationMin(minutes = 1) @DurationMax(days = 30) Duration idempotencyRetention,
        @DefaultValue("8") @Min(1) int batchesAtOnce) {}
