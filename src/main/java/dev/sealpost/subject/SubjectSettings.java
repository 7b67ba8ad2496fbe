package dev.sealpost.subject;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import jakarta.validation.constraints.AssertTrue;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How people are recognised.
 *
 * @param defaultRegion the region (two-letter ISO 3166-1 code, {@code PT}) in which a phone number without country code is read;
 *     null: such a number is refused
 */
@Validated
@ConfigurationProperties("sealpost.subject")
record SubjectSettings(String defaultRegion) {

    @AssertTrue(message = "must be a two-letter ISO 3166-1 code in capitals, such as PT")
    public boolean isDefaultRegionKnown() {
        return defaultRegion == null
                || PhoneNumberUtil.getInstance().getSupportedRegions().contains(defaultRegion);
    }
}
