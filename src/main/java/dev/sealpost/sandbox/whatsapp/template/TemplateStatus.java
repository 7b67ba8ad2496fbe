package dev.sealpost.sandbox.whatsapp.template;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** What Meta says of a template, and the code that a message with it is answered. */
public enum TemplateStatus {
    APPROVED,
    PENDING(132001),
    REJECTED(132001),
    PAUSED(132015),
    DISABLED(132016);

    private final OptionalInt refusal;

    TemplateStatus() {
        this.refusal = OptionalInt.empty();
    }

    TemplateStatus(int code) {
        this.refusal = OptionalInt.of(code);
    }

    /** Empty if it may be sent. */
    OptionalInt refusal() {
        return refusal;
    }

    public static Optional<TemplateStatus> of(String name) {
        return Arrays.stream(values())
                .filter(status -> status.name().equals(name))
                .findFirst();
    }
}
