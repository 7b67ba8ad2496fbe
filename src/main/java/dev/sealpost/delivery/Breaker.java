package dev.sealpost.delivery;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.util.concurrent.TimeUnit;

/**
 * Stops sending by one sender while it cannot. It counts outcomes, not exceptions: {@link Scope#SENDER} and unknown outcomes
 * are failures, a message that the channel refused is not, and one that never reached it does not count. When its pause is over it lets a few messages through as probes.
 */
class Breaker {

    private final CircuitBreaker circuit;

    /** @param sender whose it is */
    Breaker(String sender, DeliverySettings settings) {
        DeliverySettings.Breaker breaker = settings.breaker();
        circuit = CircuitBreaker.of(
                sender,
                CircuitBreakerConfig.custom()
                        .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(breaker.window())
                        .minimumNumberOfCalls(breaker.minimumSends())
                        .failureRateThreshold(breaker.failureRate())
                        .waitDurationInOpenState(breaker.pause())
                        .permittedNumberOfCallsInHalfOpenState(breaker.probes())
                        .recordResult(Breaker::channelFailed)
                        .build());
    }

    private static boolean channelFailed(Object result) {
        return result instanceof DeliveryOutcome.Uncertain
                || result instanceof DeliveryOutcome.RetryLater later
                        && later.scope().meansSenderIsDown();
    }

    /** How many of so many messages may be sent now; each of them must be recorded or given back. */
    int admit(int atMost) {
        int admitted = 0;
        while (admitted < atMost && circuit.tryAcquirePermission()) {
            admitted++;
        }
        return admitted;
    }

    void giveBack(int count) {
        for (int n = 0; n < count; n++) {
            circuit.releasePermission();
        }
    }

    void record(Outcome outcome) {
        if (outcome.neverReachedChannel()) {
            circuit.releasePermission();
        } else {
            circuit.onResult(outcome.took().toNanos(), TimeUnit.NANOSECONDS, outcome.result());
        }
    }

    String state() {
        return circuit.getState().name();
    }
}
