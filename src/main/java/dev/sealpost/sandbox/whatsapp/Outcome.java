package dev.sealpost.sandbox.whatsapp;

import java.time.Duration;

/** A reply and how long it is held back. */
record Outcome(Reply reply, Duration delay) {
    static Outcome now(Reply reply) {
        return new Outcome(reply, Duration.ZERO);
    }
}
