package dev.sealpost.whatsapp.cloudapi;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The error codes of the Cloud API (<a
 * href="https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes">Meta's list</a>) and the policy for each.
 */
final class ErrorTable {

    private static final Map<Integer, CloudApiError> TABLE = Stream.of(
                    authorisation(), limits(), outages(), accounts(), people(), requests(), templates())
            .flatMap(Function.identity())
            .collect(Collectors.toUnmodifiableMap(CloudApiError::code, Function.identity()));

    private ErrorTable() {}

    static Optional<CloudApiError> find(int code) {
        return Optional.ofNullable(TABLE.get(code));
    }

    private static Stream<CloudApiError> authorisation() {
        return Stream.of(
                        rows("token-refused", "access token invalid or expired", Policy.PAUSE_SENDER, 0, 190),
                        rows(
                                "permission-missing",
                                "app or token lacks a permission",
                                Policy.PAUSE_SENDER,
                                3,
                                10,
                                131005),
                        IntStream.rangeClosed(200, 299)
                                .mapToObj(code -> new CloudApiError(
                                        code,
                                        "permission-missing",
                                        "app or token lacks a permission",
                                        Policy.PAUSE_SENDER)))
                .flatMap(Function.identity());
    }

    private static Stream<CloudApiError> limits() {
        return Stream.of(
                        rows("throttled", "app, account or number over its rate", Policy.SLOW_SENDER, 4, 80007, 130429),
                        rows("pair-limit", "too many messages to this person", Policy.DELAY_PERSON, 131056),
                        rows("spam-limit", "number limited because of spam reports", Policy.STOP_SENDER, 131048),
                        rows("spam-limit", "template classification limit", Policy.STOP_SENDER, 131064),
                        rows("marketing-limit", "enough marketing for this person", Policy.ONCE_TOMORROW, 131049))
                .flatMap(Function.identity());
    }

    private static Stream<CloudApiError> outages() {
        return Stream.of(
                        rows("outage", "temporary trouble at the Cloud API", Policy.WAIT_OUT, 1, 2, 131000, 131016),
                        rows(
                                "maintenance",
                                "the server or the account is in maintenance",
                                Policy.WAIT_OUT,
                                131057,
                                133004))
                .flatMap(Function.identity());
    }

    private static Stream<CloudApiError> accounts() {
        return Stream.of(
                        rows("payment", "payment method missing or failing", Policy.STOP_ACCOUNT, 131042),
                        rows(
                                "policy-lock",
                                "account blocked or locked for a policy violation",
                                Policy.STOP_ACCOUNT,
                                368,
                                131031),
                        rows(
                                "country-restricted",
                                "the account may not message this country",
                                Policy.STOP_COUNTRY,
                                130497),
                        rows(
                                "not-registered",
                                "the sender's number is not registered",
                                Policy.OPERATOR,
                                131045,
                                133010),
                        rows(
                                "not-registered",
                                "registration or its PIN failed",
                                Policy.OPERATOR,
                                133000,
                                133005,
                                133006),
                        rows("not-registered", "registration is blocked for now", Policy.OPERATOR, 133008, 133009),
                        rows("not-registered", "registration tried too often", Policy.OPERATOR, 133015, 133016))
                .flatMap(Function.identity());
    }

    private static Stream<CloudApiError> people() {
        return Stream.of(
                        rows("undeliverable", "message undeliverable", Policy.GIVE_UP, 131026),
                        rows(
                                "marketing-stopped",
                                "the person stopped marketing messages",
                                Policy.WITHDRAW_MARKETING,
                                131050),
                        rows("experiment", "the person's number is part of an experiment", Policy.GIVE_UP, 130472),
                        rows("outside-window", "more than 24 h since the person wrote", Policy.USE_TEMPLATE, 131047),
                        rows("user-id-not-allowed", "not to be sent to a user id", Policy.USE_PHONE_NUMBER, 131062))
                .flatMap(Function.identity());
    }

    private static Stream<CloudApiError> requests() {
        return Stream.of(
                        rows("bad-request", "parameter invalid or unsupported", Policy.DEAD_LETTER, 33, 100, 131009),
                        rows("bad-request", "required parameter missing", Policy.DEAD_LETTER, 131008),
                        rows("bad-request", "recipient is the sender", Policy.DEAD_LETTER, 131021),
                        rows("bad-request", "message type unsupported", Policy.DEAD_LETTER, 131051),
                        rows("bad-request", "generic user error", Policy.DEAD_LETTER, 135000),
                        rows("media", "media could not be downloaded", Policy.ASK_AGAIN, 131052),
                        rows("media", "media could not be uploaded", Policy.DEAD_LETTER, 131053))
                .flatMap(Function.identity());
    }

    private static Stream<CloudApiError> templates() {
        return Stream.of(
                        rows("template-parameters", "other number of parameters", Policy.MEND_TEMPLATE, 132000),
                        rows("template-missing", "no such template in this language", Policy.MEND_TEMPLATE, 132001),
                        rows("template-too-long", "translated text too long", Policy.MEND_TEMPLATE, 132005),
                        rows("template-policy", "character policy violated", Policy.MEND_TEMPLATE, 132007),
                        rows("template-parameters", "parameter format mismatch", Policy.MEND_TEMPLATE, 132012),
                        rows("template-paused", "paused for low quality", Policy.PAUSE_TEMPLATE, 132015),
                        rows("template-disabled", "disabled for low quality", Policy.STOP_TEMPLATE, 132016))
                .flatMap(Function.identity());
    }

    private static Stream<CloudApiError> rows(String word, String title, Policy policy, int... codes) {
        return IntStream.of(codes).mapToObj(code -> new CloudApiError(code, word, title, policy));
    }
}
