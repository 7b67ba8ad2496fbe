package dev.sealpost.dryrun;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * What a dry run showed: each state as far as the sample came, and how it ended. Holds the sample's values; prints none of them by
 * itself.
 *
 * @param outcome {@code queued}: it would be sent; {@code recorded}: the flow sends nothing; {@code refused}, {@code set-aside} (a sealed dead letter) or {@code failed}
 * @param step the step that ended it
 * @param reason why it was not queued; null if it was
 * @param received what came in; null if it could not be read
 * @param consented why it may be used; null if it may not
 * @param minimised what is left; null if it did not come that far
 * @param sealed null if it did not come that far
 * @param request the message as the Cloud API would get it; null unless queued
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DryRunReport(
        String flow,
        String outcome,
        String step,
        String reason,
        Received received,
        Consented consented,
        Minimised minimised,
        Sealed sealed,
        JsonNode request) {

    /** @param fields the event's values by their paths */
    public record Received(String event, Map<String, String> fields) {

        @Override
        public String toString() {
            return "Received[" + fields.size() + " fields]";
        }
    }

    /** @param evidence what proves it, {@code basis:contract} or a consent */
    public record Consented(String purpose, String lawfulBasis, String evidence) {}

    /**
     * @param kept fields that leave as they came
     * @param transformed fields that leave otherwise than they came
     * @param dropped the paths of what does not leave
     */
    public record Minimised(String profile, List<Field> kept, List<Field> transformed, List<String> dropped) {}

    /** One field that leaves. */
    public record Field(String name, String from, String before, String after) {

        @Override
        public String toString() {
            return "Field[" + name + " from " + from + "]";
        }
    }

    /** @param bytes of ciphertext */
    public record Sealed(int bytes, String algorithm) {}

    @Override
    public String toString() {
        return "DryRunReport[" + flow + ", " + outcome + "]";
    }
}
