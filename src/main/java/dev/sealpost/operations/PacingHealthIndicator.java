package dev.sealpost.operations;

import dev.sealpost.pacing.PacingStatus;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * How near the limits of WhatsApp the hub is. {@code DEGRADED}, answered 200: a number was slowed down, or a portfolio has begun with
 * as many people as it may; messages wait.
 */
@Component
class PacingHealthIndicator implements HealthIndicator {

    private final PacingStatus pacing;

    PacingHealthIndicator(PacingStatus pacing) {
        this.pacing = pacing;
    }

    @Override
    public Health health() {
        boolean waits = pacing.numbers().values().stream().anyMatch(PacingStatus.Rate::isSlowed)
                || pacing.portfolios().values().stream().anyMatch(PacingStatus.Use::isUsedUp);
        Map<String, String> numbers = new TreeMap<>();
        pacing.numbers()
                .forEach((sender, rate) ->
                        numbers.put(sender, "%.0f of %.0f a second".formatted(rate.now(), rate.full())));
        Map<String, String> portfolios = new TreeMap<>();
        pacing.portfolios()
                .forEach((portfolio, use) ->
                        portfolios.put(portfolio, "%d of %d people".formatted(use.people(), use.limit())));
        return (waits ? Health.status(DispatcherHealthIndicator.DEGRADED) : Health.up())
                .withDetail("numbers", numbers)
                .withDetail("portfolios", portfolios)
                .build();
    }
}
