package dev.sealpost.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sends what is in the outbox: begins when the application has started, channel included, and stops before anything it needs. Nothing
 * ends it but {@link #stop()}.
 */
@Component
class Dispatcher implements SmartLifecycle, DispatcherStatus {

    private final DispatcherParts parts;
    private volatile Dispatch dispatch;

    Dispatcher(DispatcherParts parts, DeliveryMetrics metrics) {
        this.parts = parts;
        metrics.watch(this);
    }

    /** Not with the other beans: Camel starts its routes only after all of them. */
    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @EventListener(ApplicationStartedEvent.class)
    void begin() {
        start();
    }

    @Override
    public synchronized void start() {
        if (!isRunning()) {
            dispatch = new Dispatch(parts).start();
        }
    }

    @Override
    public synchronized void stop() {
        if (isRunning()) {
            dispatch.stop();
            dispatch = null;
        }
    }

    @Override
    public boolean isRunning() {
        return dispatch != null;
    }

    @Override
    public boolean running() {
        return isRunning();
    }

    @Override
    public Optional<String> trouble() {
        Dispatch now = dispatch;
        return now == null ? Optional.empty() : now.trouble();
    }

    @Override
    public String breaker() {
        return parts.breakers().worst();
    }

    @Override
    public Map<String, String> breakers() {
        return parts.breakers().states();
    }

    @Override
    public int inFlight() {
        Dispatch now = dispatch;
        return now == null ? 0 : now.inFlight();
    }

    @Override
    public Duration backlogAge() {
        return parts.backlog().age();
    }
}
