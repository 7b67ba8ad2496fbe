package dev.sealpost.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;

/**
 * What proves that a person said something, as it was sent and as it is sealed. Wording and proofs may hold personal data: it
 * prints none of it.
 *
 * @param source where they said it: {@code form}, {@code crm}, {@code import}
 * @param notice id and version of the notice they were shown: {@code order-updates@1}
 * @param wording the words they agreed to, at most 4 KB
 * @param at when they said it
 * @param proof what shows it: the id of a form, a message, a signed paper
 * @param confirmed how they confirmed it; null if they have not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"source", "notice", "wording", "at", "proof", "confirmed"})
record Evidence(
        @Pattern(regexp = "[a-z][a-z0-9-]{0,39}", message = "must be a word of lower-case letters, digits and dashes")
                String source,
        @Pattern(
                        regexp = "[a-z][a-z0-9-]{0,63}@[0-9]{1,6}",
                        message = "must be a notice and its version: order-updates@1")
                String notice,
        @TextOfAtMost(4096) String wording,
        Instant at,
        @TextOfAtMost(512) String proof,
        @Valid Confirmation confirmed) {

    static final Evidence NONE = new Evidence(null, null, null, null, null, null);

    /** Of a withdrawal that names no other source. */
    static final Evidence BY_REST = new Evidence("api", null, null, null, null, null);

    @Override
    public String toString() {
        return "Evidence[source=" + source + ", notice=" + notice + "]";
    }

    /**
     * @param at when they confirmed
     * @param proof what shows it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"at", "proof"})
    record Confirmation(Instant at, @TextOfAtMost(512) String proof) {

        @Override
        public String toString() {
            return "Confirmation[]";
        }
    }
}
