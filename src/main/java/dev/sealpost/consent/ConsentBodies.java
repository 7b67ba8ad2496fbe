package dev.sealpost.consent;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;

/** What is sent to {@code /api/consents}. Phone numbers are personal data: none of these prints anything. */
final class ConsentBodies {
    private static final String WORDS = "granted|requested|withdrawn";

    private ConsentBodies() {}

    /**
     * {@code PUT /api/consents}.
     *
     * @param evidence may be left out for a withdrawal
     * @param expiresAt null if the consent does not expire
     */
    @Schema(name = "ConsentStatement")
    record Put(
            @NotNull(message = "must be given") @TextOfAtMost(64) String phone,
            @NotNull(message = "must be given") @TextOfAtMost(64) String purpose,
            @NotNull(message = "must be given")
                    @Pattern(regexp = WORDS, message = "must be granted, requested or withdrawn")
                    String status,
            @Valid Evidence evidence,
            Instant expiresAt) {

        Evidence givenEvidence() {
            if (evidence != null) {
                return evidence;
            }
            return status.equals("withdrawn") ? Evidence.BY_REST : Evidence.NONE;
        }

        @Override
        public String toString() {
            return "Put[]";
        }
    }

    /** {@code POST /api/consents/receipt}. */
    @Schema(name = "ReceiptSelection")
    record ReceiptOf(
            @NotNull(message = "must be given") @TextOfAtMost(64) String phone,
            @NotNull(message = "must be given") @TextOfAtMost(64) String purpose) {

        Select selection() {
            return new Select(phone, purpose);
        }

        @Override
        public String toString() {
            return "ReceiptOf[]";
        }
    }

    /**
     * {@code POST /api/consents/search} and {@code POST /api/consents/withdraw}.
     *
     * @param purpose null for all
     */
    @Schema(name = "ConsentSelection")
    record Select(
            @NotNull(message = "must be given") @TextOfAtMost(64) String phone, @TextOfAtMost(64) String purpose) {

        @Override
        public String toString() {
            return "Select[]";
        }
    }
}
