package dev.sealpost.whatsapp.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer.Ok;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer.Refused;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer.Unreachable;

/**
 * How Meta describes the number, in Meta's words; what it does not say is null.
 *
 * @param verifiedName the business's name as people see it
 * @param quality {@code GREEN}, {@code YELLOW}, {@code RED}
 * @param codeVerification {@code VERIFIED}, {@code NOT_VERIFIED}, {@code EXPIRED}
 * @param throughput {@code STANDARD}, {@code HIGH}
 * @param trouble why nothing is known, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NumberReading(
        String verifiedName,
        String quality,
        String codeVerification,
        String status,
        String throughput,
        String trouble) {

    static final String FIELDS = "verified_name,quality_rating,code_verification_status,status,throughput";

    private static final int LONGEST = 256;

    static NumberReading of(GraphAnswer answer) {
        if (answer instanceof Ok ok) {
            return of(ok.json());
        }
        return answer instanceof Refused refused
                ? unknown(refused.reason().toString())
                : unknown(((Unreachable) answer).reason().toString());
    }

    private static NumberReading of(JsonNode number) {
        return new NumberReading(
                text(number.path("verified_name")),
                text(number.path("quality_rating")),
                text(number.path("code_verification_status")),
                text(number.path("status")),
                text(number.path("throughput").path("level")),
                null);
    }

    private static NumberReading unknown(String trouble) {
        return new NumberReading(null, null, null, null, null, trouble);
    }

    private static String text(JsonNode value) {
        String text = value.textValue();
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
