package dev.sealpost.sandbox.whatsapp;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** A fault with what is left of it. */
final class ActiveFault {
    private final Fault fault;
    private final Optional<Instant> until;
    private final AtomicInteger struck = new AtomicInteger();

    ActiveFault(Fault fault, Instant since) {
        this.fault = fault;
        this.until = Optional.ofNullable(fault.seconds())
                .map(seconds -> since.plus(Duration.ofMillis(Math.round(seconds * 1000))));
    }

    Fault fault() {
        return fault;
    }

    boolean hasEnded(Instant now) {
        return until.filter(now::isAfter).isPresent() || (fault.count() != null && struck.get() >= fault.count());
    }

    /** Throws the dice and counts the strike. */
    boolean strikes(String sender) {
        return fault.concerns(sender)
                && ThreadLocalRandom.current().nextDouble() < fault.share()
                && (fault.count() == null || struck.getAndIncrement() < fault.count());
    }
}
