package dev.sealpost.operations;

import dev.sealpost.delivery.DispatcherStatus;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Whether messages leave. {@code DEGRADED}, answered 200 like {@code UP}: the hub is well but the channel is not, messages wait;
 * restarting the hub would not help.
 */
@Component
class DispatcherHealthIndicator implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED", "The channel is down; messages wait");

    private final DispatcherStatus dispatcher;

    DispatcherHealthIndicator(DispatcherStatus dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    public Health health() {
        return Health.status(status())
                .withDetail("breaker", dispatcher.breaker())
                .withDetail("breakers", dispatcher.breakers())
                .withDetail("inFlight", dispatcher.inFlight())
                .withDetail("backlogAgeSeconds", dispatcher.backlogAge().toSeconds())
                .withDetail("trouble", dispatcher.trouble().orElse("none"))
                .build();
    }

    private Status status() {
        if (!dispatcher.running() || dispatcher.trouble().isPresent()) {
            return Status.DOWN;
        }
        return "CLOSED".equals(dispatcher.breaker()) ? Status.UP : DEGRADED;
    }
}
