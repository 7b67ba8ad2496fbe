package dev.sealpost.crm;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How CRMs are polled, and what {@code config/crm.yml} needs to know of the first one. Prints no secret.
 *
 * @param poll whether this hub polls CRMs at all
 * @param interval how long after a poll of a CRM the next one begins, whichever hub does it
 * @param baseUrl the first CRM's address, for {@code config/crm.yml}
 * @param tokenUrl where its access tokens come from, for {@code config/crm.yml}
 * @param clientId the hub's name there, for {@code config/crm.yml}
 * @param clientSecret the hub's secret there, for {@code config/crm.yml}
 */
@Validated
@ConfigurationProperties("sealpost.crm")
record CrmSettings(
        @DefaultValue("true") boolean poll,
        @NotNull @DurationMin(millis = 50) @DurationMax(days = 1) @DefaultValue("1m") Duration interval,
        String baseUrl,
        String tokenUrl,
        String clientId,
        String clientSecret) {

    @Override
    public String toString() {
        return "CrmSettings[poll=" + poll + ", interval=" + interval + "]";
    }
}
