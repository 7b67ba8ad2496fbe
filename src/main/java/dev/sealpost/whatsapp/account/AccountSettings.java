package dev.sealpost.whatsapp.account;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How senders are checked with Meta.
 *
 * @param checkInterval how often, a tenth more or less; a storage region that was not read for twice as long counts as unknown
 * @param tokenWarning how long before a token expires it is warned of
 * @param appId the Meta app that tokens have to be of; empty: any
 */
@Validated
@ConfigurationProperties("sealpost.whatsapp.account")
record AccountSettings(
        @NotNull @DurationMin(seconds = 1) @DurationMax(hours = 24) @DefaultValue("1h") Duration checkInterval,
        @NotNull @DurationMin(seconds = 1) @DurationMax(days = 60) @DefaultValue("14d") Duration tokenWarning,
        @NotNull @Pattern(regexp = "\\d*") @DefaultValue("") String appId) {}
