package dev.sealpost.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What a monitoring system sees of delivery: outcomes, reasons' words and times; no ids, nothing of a message. */
@Component
class DeliveryMetrics {

    private final MeterRegistry meters;

    DeliveryMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void record(Outcome outcome) {
        Timer.builder("sealpost.delivery.send")
                .description("From handing a message to the channel to its outcome")
                .tag("outcome", name(outcome.result()))
                .tag("reason", reason(outcome.result()))
                .register(meters)
                .record(outcome.took());
    }

    void moved(Move move) {
        meters.counter("sealpost.delivery.moves", "state", move.to().name(), "reason", word(move))
                .increment();
    }

    void watch(DispatcherStatus status) {
        Gauge.builder("sealpost.delivery.in.flight", status, DispatcherStatus::inFlight)
                .description("Messages between claim and committed outcome")
                .register(meters);
        Gauge.builder("sealpost.delivery.backlog.age", status, now -> seconds(now.backlogAge()))
                .description("For how long the longest waiting due message has been due")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder(
                        "sealpost.delivery.breaker.open",
                        status,
                        now -> now.breaker().equals("CLOSED") ? 0 : 1)
                .description("1 while the channel is known to be down or is being probed")
                .register(meters);
        Gauge.builder("sealpost.delivery.trouble", status, now -> now.trouble().isPresent() ? 1 : 0)
                .description("1 while something keeps the dispatcher from working")
                .register(meters);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static String word(Move move) {
        return move.reason() == null ? "none" : move.reason().word();
    }

    private static String name(DeliveryOutcome result) {
        return result.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String reason(DeliveryOutcome result) {
        if (result instanceof DeliveryOutcome.RetryLater later) {
            return later.reason().word();
        }
        if (result instanceof DeliveryOutcome.Rejected rejected) {
            return rejected.reason().word();
        }
        return result instanceof DeliveryOutcome.Uncertain uncertain
                ? uncertain.reason().word()
                : "none";
    }
}
