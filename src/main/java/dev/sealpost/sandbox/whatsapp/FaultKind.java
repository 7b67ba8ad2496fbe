package dev.sealpost.sandbox.whatsapp;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the sandbox can be told to do wrong; the names are those of {@code POST /_sandbox/faults}. */
enum FaultKind {
    /** Answers Meta's error {@code code}; nothing is received. */
    ERROR,
    /** Answers 429, code 130429, with {@code Retry-After}; nothing is received. */
    THROTTLE,
    /** Answers 503, code 2; nothing is received. */
    OUTAGE,
    /** Answers after {@code milliseconds}; the message is received at once. */
    DELAY,
    /** Never answers; received only if {@code received} is true. */
    HANG,
    /** Reads the request and breaks the connection; nothing is received. */
    DROP_BEFORE,
    /** Receives the message, statuses follow, but the connection breaks instead of an answer. */
    DROP_AFTER,
    /** Receives the message, statuses follow, but answers 200 with nothing in it. */
    EMPTY_200,
    /** Answers 502 with a page of HTML, as a proxy before Meta does; nothing is received. */
    HTML,
    /** Accepts the message, then reports status failed with error {@code code} instead of delivered. */
    FAILED_STATUS,
    /** Accepts messages to magic recipients and reports their error by status instead of at once. */
    WEBHOOK_ERROR,
    /** Reports each status twice. */
    DUPLICATE_STATUSES,
    /** Reports the statuses in the wrong order: read, delivered, sent. */
    REORDER_STATUSES,
    /** Withholds all webhooks while it is active. */
    HOLD_STATUSES;

    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<FaultKind> of(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(wireName))
                .findFirst();
    }

    static String allowed() {
        return Arrays.stream(values()).map(FaultKind::wireName).collect(Collectors.joining(", "));
    }
}
