package dev.sealpost.whatsapp.cloudapi;

import static dev.sealpost.whatsapp.cloudapi.Reaction.CHANNEL_DOWN;
import static dev.sealpost.whatsapp.cloudapi.Reaction.GIVE_UP;
import static dev.sealpost.whatsapp.cloudapi.Reaction.TRY_AGAIN;
import static dev.sealpost.whatsapp.cloudapi.Reaction.TRY_AGAIN_IN_AN_HOUR;
import static dev.sealpost.whatsapp.cloudapi.Reaction.TRY_AGAIN_TOMORROW;

import dev.sealpost.message.Reason;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The error codes of the Cloud API (<a
 * href="https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes">Meta's list</a>) and the reaction to each. The
 * code decides, not the HTTP status: the same error comes with different ones, and by webhook with none.
 */
public final class CloudApiErrors {

    private static final Map<Integer, CloudApiError> TABLE = Stream.of(
                    authorisation(), limits(), outages(), accounts(), people(), requests(), templates())
            .flatMap(Function.identity())
            .collect(Collectors.toUnmodifiableMap(CloudApiError::code, Function.identity()));

    private CloudApiErrors() {}

    /** The reason to show for a code, also for one that is not in the table. */
    public static Reason reason(int code) {
        return find(code).reason();
    }

    /** A code nobody has written down is tried again, as often as the outbox allows: it was certainly not sent. */
    static CloudApiError find(int code) {
        CloudApiError known = TABLE.get(code);
        return known != null ? known : new CloudApiError(code, "unknown-error", "not a documented code", TRY_AGAIN);
    }

    private static Stream<CloudApiError> authorisation() {
        return Stream.of(
                        rows("token-refused", "access token invalid or expired", CHANNEL_DOWN, 0, 190),
                        rows("permission-missing", "app or token lacks a permission", CHANNEL_DOWN, 3, 10, 131005),
                        IntStream.rangeClosed(200, 299)
                                .mapToObj(code -> new CloudApiError(
                                        code, "permission-missing", "app or token lacks a permission", CHANNEL_DOWN)))
                .flatMap(Function.identity());
    }

    private static Stream<CloudApiError> limits() {
        return Stream.of(
                        rows("throttled", "app, account or number over its rate", CHANNEL_DOWN, 4, 80007, 130429),
                        rows("pair-limit", "too many messages to this person", TRY_AGAIN, 131056),
                        rows("spam-limit", "number limited because of spam reports", CHANNEL_DOWN, 131048),
                        rows("spam-limit", "template classification limit", CHANNEL_DOWN, 131064),
                        rows("marketing-limit", "enough marketing for this person", TRY_AGAIN_TOMORROW, 131049))
                .flatMap(Function.identity());
    }

    private static Stream<CloudApiError> outages() {
        return Stream.of(
                        rows("outage", "temporary trouble at the Cloud API", CHANNEL_DOWN, 1, 2, 131000, 131016),
                        rows(
                                "maintenance",
                                "the server or the account is in maintenance",
                                CHANNEL_DOWN,
                                131057,
                                133004))
                .flatMap(Function.identity());
    }

    private static Stream<CloudApiError> accounts() {
        return Stream.of(
                        rows("payment", "payment method missing or failing", CHANNEL_DOWN, 131042),
                        rows(
                                "policy-lock",
                                "account blocked or locked for a policy violation",
                                CHANNEL_DOWN,
                                368,
                                131031),
                        rows("country-restricted", "the account may not message this country", GIVE_UP, 130497),
                        rows("not-registered", "the sender's number is not registered", CHANNEL_DOWN, 131045, 133010),
                        rows("not-registered", "registration or its PIN failed", CHANNEL_DOWN, 133000, 133005, 133006),
                        rows("not-registered", "registration is blocked for now", CHANNEL_DOWN, 133008, 133009),
                        rows("not-registered", "registration tried too often", CHANNEL_DOWN, 133015, 133016))
                .flatMap(Function.identity());
    }

    private static Stream<CloudApiError> people() {
        return Stream.of(
                        rows("undeliverable", "message undeliverable", GIVE_UP, 131026),
                        rows("marketing-stopped", "the person stopped marketing messages", GIVE_UP, 131050),
                        rows("experiment", "the person's number is part of an experiment", GIVE_UP, 130472),
                        rows("outside-window", "more than 24 h since the person wrote", GIVE_UP, 131047),
                        rows("user-id-not-allowed", "not to be sent to a user id", GIVE_UP, 131062))
                .flatMap(Function.identity());
    }

    private static Stream<CloudApiError> requests() {
        return Stream.of(
                        rows("bad-request", "parameter invalid or unsupported", GIVE_UP, 33, 100, 131009),
                        rows("bad-request", "required parameter missing", GIVE_UP, 131008),
                        rows("bad-request", "recipient is the sender", GIVE_UP, 131021),
                        rows("bad-request", "message type unsupported", GIVE_UP, 131051),
                        rows("bad-request", "generic user error", GIVE_UP, 135000),
                        rows("media", "media could not be downloaded", GIVE_UP, 131052),
                        rows("media", "media could not be uploaded", GIVE_UP, 131053))
                .flatMap(Function.identity());
    }

    private static Stream<CloudApiError> templates() {
        return Stream.of(
                        rows("template-parameters", "other number of parameters", GIVE_UP, 132000),
                        rows("template-missing", "no such template in this language", GIVE_UP, 132001),
                        rows("template-too-long", "translated text too long", GIVE_UP, 132005),
                        rows("template-policy", "character policy violated", GIVE_UP, 132007),
                        rows("template-parameters", "parameter format mismatch", GIVE_UP, 132012),
                        rows("template-paused", "paused for low quality", TRY_AGAIN_IN_AN_HOUR, 132015),
                        rows("template-disabled", "disabled for low quality", GIVE_UP, 132016))
                .flatMap(Function.identity());
    }

    private static Stream<CloudApiError> rows(String word, String title, Reaction reaction, int... codes) {
        return IntStream.of(codes).mapToObj(code -> new CloudApiError(code, word, title, reaction));
    }
}
