package dev.sealpost.fault;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the contract says about one code.
 *
 * @param scope what is paused, or null
 * @param word of the reason
 */
record ErrorRow(int code, boolean isFinal, String scope, String word) {

    static final List<ErrorRow> ALL = Stream.of(
                    retried("SENDER", "token-refused", 0, 190),
                    retried("SENDER", "permission-missing", 3, 10, 299, 131005),
                    retried(null, "throttled", 4, 80007, 130429),
                    retried(null, "pair-limit", 131056),
                    retried("SENDER", "spam-limit", 131048, 131064),
                    retried(null, "marketing-limit", 131049),
                    ended(null, "marketing-stopped", 131050),
                    ended(null, "experiment", 130472),
                    ended(null, "undeliverable", 131026),
                    ended(null, "outside-window", 131047),
                    retried(null, "outage", 1, 2, 131000, 131016),
                    retried(null, "maintenance", 133004, 131057),
                    ended(null, "bad-request", 33, 100, 131008, 131009, 131021, 131051, 135000),
                    retried(null, "media", 131052),
                    ended(null, "media", 131053),
                    retried("ACCOUNT", "payment", 131042),
                    retried("ACCOUNT", "policy-lock", 368, 131031),
                    retried("COUNTRY", "country-restricted", 130497),
                    ended("TEMPLATE", "template-parameters", 132000, 132012),
                    ended("TEMPLATE", "template-missing", 132001),
                    ended("TEMPLATE", "template-too-long", 132005),
                    ended("TEMPLATE", "template-policy", 132007),
                    retried("TEMPLATE", "template-paused", 132015),
                    retried("TEMPLATE", "template-disabled", 132016),
                    retried(
                            "SENDER",
                            "not-registered",
                            131045,
                            133000,
                            133005,
                            133006,
                            133008,
                            133009,
                            133010,
                            133015,
                            133016),
                    ended(null, "user-id-not-allowed", 131062))
            .flatMap(rows -> rows)
            .toList();

    private static Stream<ErrorRow> retried(String scope, String word, int... codes) {
        return Arrays.stream(codes).mapToObj(code -> new ErrorRow(code, false, scope, word));
    }

    private static Stream<ErrorRow> ended(String scope, String word, int... codes) {
        return Arrays.stream(codes).mapToObj(code -> new ErrorRow(code, true, scope, word));
    }

    /** A magic recipient of the sandbox. @param people tells the runs apart */
    String phone(int people) {
        return "+35191%d%06d".formatted(people, code);
    }

    String order(String run) {
        return run + "-" + code;
    }

    @Override
    public String toString() {
        return code + " " + word + (isFinal ? ", final" : ", tried again") + (scope == null ? "" : ", " + scope);
    }
}
