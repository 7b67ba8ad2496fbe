package dev.sealpost.consent;

import java.util.Arrays;

/** What a person said last about a purpose. When two things were said at the same instant, the one with the higher code holds. */
public enum ConsentStatus {
    /** Asked for, not yet confirmed. Allows nothing. */
    REQUESTED(1),
    GRANTED(2),
    /** Objected to a use that needs no consent (GDPR article 21). */
    OBJECTED(3),
    WITHDRAWN(4);

    private final int code;

    ConsentStatus(int code) {
        this.code = code;
    }

    /** As the database stores and orders it. */
    int code() {
        return code;
    }

    static ConsentStatus ofCode(int code) {
        return Arrays.stream(values())
                .filter(status -> status.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No consent status has the code " + code));
    }

    /** The person said stop, in whichever way. */
    boolean isStop() {
        return this == WITHDRAWN || this == OBJECTED;
    }
}
