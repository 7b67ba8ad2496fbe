package dev.sealpost.subject;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How people are recognised.
 *
 * @param defaultRegion the region (two-letter ISO 3166-1 code, {@code PT}) in which a phone number without country code is read;
 *     null: such a number is refused
 */
@ConfigurationProperties("sealpost.subject")
record SubjectSettings(String defaultRegion) {

    SubjectSettings {
        if (defaultRegion != null
                && !PhoneNumberUtil.getInstance().getSupportedRegions().contains(defaultRegion)) {
            throw new IllegalArgumentException(
                    "sealpost.subject.default-region is '%s'; allowed: a two-letter ISO 3166-1 code in capitals, such as PT"
                            .formatted(defaultRegion));
        }
    }
}
