package dev.sealpost.whatsapp.approval;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When templates are compared with Meta's.
 *
 * @param interval how often, from the start on
 */
@Validated
@ConfigurationProperties("sealpost.whatsapp.templates-check")
record TemplatesCheckSettings(
        @NotNull @DurationMin(seconds = 1) @DurationMax(days = 7) @DefaultValue("1h") Duration interval) {}
