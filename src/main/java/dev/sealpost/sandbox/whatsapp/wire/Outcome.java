package dev.sealpost.sandbox.whatsapp.wire;

import java.time.Duration;

/** A reply and how long it is held back. */
public record Outcome(Reply reply, Duration delay) {
    public static Outcome now(Reply reply) {
        return new Outcome(reply, Duration.ZERO);
    }
}
