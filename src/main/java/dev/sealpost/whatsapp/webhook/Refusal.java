package dev.sealpost.whatsapp.webhook;

import org.springframework.http.HttpStatus;

/**
 * Why a call of the webhook is not taken. Meta repeats what is not answered with 200, for up to seven days.
 *
 * <p>Missing and wrong signatures get the same answer, and so do wrong addresses and certificates.
 */
enum Refusal {
    UNKNOWN_CALLER(HttpStatus.FORBIDDEN, "wrong-verify-token", "hub.mode or hub.verify_token is not what was agreed."),
    FOREIGN_ADDRESS(HttpStatus.FORBIDDEN, "foreign-caller", Refusal.WHO_MAY_CALL),
    FOREIGN_CERTIFICATE(HttpStatus.FORBIDDEN, "foreign-caller", Refusal.WHO_MAY_CALL),
    NOT_SIGNED(HttpStatus.UNAUTHORIZED, "not-signed", Refusal.HOW_TO_SIGN),
    WRONGLY_SIGNED(HttpStatus.UNAUTHORIZED, "not-signed", Refusal.HOW_TO_SIGN),
    ENCODED(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "encoded", "Send the body without a Content-Encoding."),
    TOO_LARGE(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", "At most 3 MB are read."),
    INCOMPLETE(HttpStatus.BAD_REQUEST, "incomplete", "The body did not come in whole, or too slowly."),
    BUSY(HttpStatus.SERVICE_UNAVAILABLE, "busy", "Too many at once; send it again."),
    NOT_STORED(HttpStatus.SERVICE_UNAVAILABLE, "not-stored", "It could not be made durable; send it again.");

    private static final String WHO_MAY_CALL =
            "Only addresses and certificates of the settings sealpost.whatsapp.webhook may call this.";
    private static final String HOW_TO_SIGN =
            "X-Hub-Signature-256 must be 'sha256=' and the hex HMAC-SHA256 of the raw body under the app secret.";

    private final HttpStatus status;
    private final String word;
    private final String detail;

    Refusal(HttpStatus status, String word, String detail) {
        this.status = status;
        this.word = word;
        this.detail = detail;
    }

    HttpStatus status() {
        return status;
    }

    String word() {
        return word;
    }

    String detail() {
        return detail;
    }

    /** Whether it tells of a caller that is not Meta; the others tell of load or trouble and are only counted. */
    boolean isAudited() {
        return status.is4xxClientError() && this != INCOMPLETE;
    }
}
