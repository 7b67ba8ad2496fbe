package dev.sealpost.whatsapp.cloudapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.delivery.DeliveryOutcome.Refusal;
import dev.sealpost.message.Reason;
import java.time.Duration;
import java.util.Optional;

/**
 * What errors of the Cloud API mean. The code decides, not the HTTP status: the same error comes with different ones, and by webhook
 * with none.
 */
public final class CloudApiErrors {

    /** Code 100 with subcode 33: the number or account in the URL is not there, or not for this token. Not the message's fault. */
    private static final CloudApiError NO_SUCH_SENDER =
            new CloudApiError(100, "sender-unknown", "no such phone number id for this token", Policy.PAUSE_SENDER);

    /** Comes with the code of a bad request, whoever the message is for. */
    private static final CloudApiError PROOF_REFUSED = new CloudApiError(
            100, "proof-refused", "the app secret is not that of the token's app", Policy.PAUSE_SENDER);

    private static final UnknownCodes UNKNOWN = new UnknownCodes();

    private CloudApiErrors() {}

    /** The reason to show for a code, also for one that is not in the table. */
    public static Reason reason(int code) {
        return find(code).reason();
    }

    /**
     * What an error means, whether it stands in an answer or in a webhook's {@code errors}. Nothing but its code is taken from it, and
     * from its message only whether it is about {@code appsecret_proof}.
     *
     * @param error {@code {"code":…, "error_subcode":…}}
     * @param asked how long the answer asked to wait, or null
     * @return empty if it has no code
     */
    public static Optional<Refusal> refusal(JsonNode error, Duration asked) {
        return Envelope.number(error.path("code")).stream()
                .mapToObj(code -> find(error, code).refusal(asked))
                .findFirst();
    }

    /** The reason to show for an error. */
    static Reason reason(JsonNode error, int code) {
        return find(error, code).reason();
    }

    private static CloudApiError find(JsonNode error, int code) {
        int subcode = Envelope.number(error.path("error_subcode")).orElse(0);
        return AppSecretProof.isRefused(error) ? PROOF_REFUSED : find(code, subcode);
    }

    /** A code nobody has written down is tried again, as often as the outbox allows: it was certainly not sent. */
    static CloudApiError find(int code) {
        return ErrorTable.find(code).orElseGet(() -> UNKNOWN.error(code));
    }

    private static CloudApiError find(int code, int subcode) {
        return code == NO_SUCH_SENDER.code() && subcode == 33 ? NO_SUCH_SENDER : find(code);
    }
}
