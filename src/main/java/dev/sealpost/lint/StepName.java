package dev.sealpost.lint;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The vetted steps. */
enum StepName {
    RECEIVE,
    REQUIRE_CONSENT,
    MINIMISE,
    SEAL,
    DELIVER,
    /** Ends a flow that asks for consent instead of using it. */
    REQUEST_CONSENT;

    private static final List<StepName> MESSAGE = List.of(RECEIVE, REQUIRE_CONSENT, MINIMISE, SEAL, DELIVER);
    private static final List<StepName> REQUEST = List.of(RECEIVE, REQUEST_CONSENT);

    static Optional<StepName> of(String kamelet) {
        return Arrays.stream(values())
                .filter(step -> step.word().equals(kamelet))
                .findFirst();
    }

    /** The lawful order for a way that has these steps. */
    static List<StepName> order(List<StepName> steps) {
        return steps.contains(REQUEST_CONSENT) && !steps.contains(DELIVER) ? REQUEST : MESSAGE;
    }

    /** Its kamelet's name. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean ends() {
        return this == DELIVER || this == REQUEST_CONSENT;
    }
}
