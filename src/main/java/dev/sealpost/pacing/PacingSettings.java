package dev.sealpost.pacing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the limits of {@code config/senders.yml} are kept.
 *
 * @param headroom Percentage of a number's messages a second that is not used, so that Meta's own measuring does not refuse.
 * @param recovery How long a number that Meta asked to be slower takes from a standstill to its full rate.
 * @param pair The limit for each pair of sender and person.
 * @param tier The limit of people for each portfolio.
 * @param marketing What is kept for marketing besides.
 */
@Validated
@ConfigurationProperties("sealpost.pacing")
record PacingSettings(
        @DefaultValue("10") @Min(1) @Max(50) int headroom,
        @DefaultValue("2m") @NotNull @DurationMin(seconds = 1) Duration recovery,
        @DefaultValue @NotNull @Valid Pair pair,
        @DefaultValue @NotNull @Valid Tier tier,
        @DefaultValue @NotNull @Valid Marketing marketing) {

    /**
     * @param every One message to a person in this time.
     * @param burst So many at once, paid back by waiting. Below Meta's 45: a message may arrive there later than it was counted here.
     */
    record Pair(
            @DefaultValue("6s") @NotNull @DurationMin(millis = 1) Duration every,
            @DefaultValue("40") @Min(1) @Max(1000) int burst) {}

    /**
     * @param window How long a person counts after the last message to them.
     * @param margin How much longer they count here: a message may arrive at Meta later than it was counted.
     * @param lookAgain The longest time until a message that waits for a place is looked at again; Meta may have raised the limit.
     */
    record Tier(
            @DefaultValue("24h") @NotNull @DurationMin(millis = 1) Duration window,
            @DefaultValue("1m") @NotNull @DurationMin(millis = 0) Duration margin,
            @DefaultValue("5m") @NotNull @DurationMin(millis = 1) Duration lookAgain) {

        Duration counted() {
            return window.plus(margin);
        }
    }

    /**
     * @param refusedCountries Where no marketing is sent to (ISO 3166-1 alpha-2).
     * @param pause How long a person gets no marketing after Meta said that they had enough (131049).
     * @param quiet The shortest time between two marketing messages to one person; zero: none.
     */
    record Marketing(
            @DefaultValue("US") @NotNull Set<String> refusedCountries,
            @DefaultValue("24h") @NotNull @DurationMin(millis = 1) Duration pause,
            @DefaultValue("0s") @NotNull @DurationMin(millis = 0) Duration quiet) {}
}
