package dev.sealpost.sandbox.whatsapp;

import java.time.Duration;

/** How long after a message was received its statuses are due. */
public record StatusDelays(Duration sent, Duration delivered, Duration read) {
    /** Quick enough to watch, slow enough to arrive in order as a rule. */
    public static final StatusDelays PLAUSIBLE =
            new StatusDelays(Duration.ofMillis(40), Duration.ofMillis(250), Duration.ofMillis(900));

    Duration of(Status status) {
        return switch (status) {
            case SENT -> sent;
            case DELIVERED, FAILED -> delivered;
            case READ -> read;
        };
    }
}
