package dev.sealpost.whatsapp.inbound;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long the hub knows what people wrote.
 *
 * @param retention how long a message can be answered or marked as read, and waits for a flow at most; not shorter than Meta repeats
 *     webhooks
 */
@Validated
@ConfigurationProperties("sealpost.whatsapp.inbound")
record InboundSettings(
        @NotNull @DurationMin(days = 7) @DurationMax(days = 365) @DefaultValue("30d") Duration retention) {}
