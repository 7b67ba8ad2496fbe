package dev.sealpost.consent;

import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a consent receipt says that holds for all of them. Without all of it no receipt is issued.
 *
 * @param controller who decides on the use of the data (GDPR article 4(7)): name and address
 * @param contact how to reach the controller
 * @param withdrawal how consent is withdrawn (GDPR article 7(3)), for the person to read
 */
@ConfigurationProperties("sealpost.receipt")
record ReceiptSettings(String controller, String contact, String withdrawal) {

    boolean isComplete() {
        return Stream.of(controller, contact, withdrawal).noneMatch(text -> text == null || text.isBlank());
    }
}
