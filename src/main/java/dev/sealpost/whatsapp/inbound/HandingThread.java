package dev.sealpost.whatsapp.inbound;

import dev.sealpost.whatsapp.work.RepeatingThread;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Hands over what waits for flows, and forgets what was kept long enough. */
@Component
class HandingThread extends RepeatingThread {

    private static final long IDLE_MILLIS = 500;
    private static final Duration FORGETTING = Duration.ofMinutes(1);

    private final HandOver handOver;
    private final OldInbound old;
    private final AnsweredReaches reaches;
    private final InboundWakeUp wakeUp;
    private Instant lastForgot = Instant.now();

    HandingThread(HandOver handOver, OldInbound old, AnsweredReaches reaches, InboundWakeUp wakeUp) {
        super("inbound-hand-over");
        this.handOver = handOver;
        this.old = old;
        this.reaches = reaches;
        this.wakeUp = wakeUp;
    }

    @Override
    protected void round() throws InterruptedException {
        reaches.write();
        boolean busy = handOver.next();
        if (lastForgot.plus(FORGETTING).isBefore(Instant.now()) && !old.forget()) {
            lastForgot = Instant.now();
        }
        if (!busy) {
            wakeUp.await(IDLE_MILLIS);
        }
    }
}
