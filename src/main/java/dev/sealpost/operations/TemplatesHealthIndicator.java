package dev.sealpost.operations;

import dev.sealpost.whatsapp.TemplateStanding;
import dev.sealpost.whatsapp.TemplateStandings;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Whether Meta has the templates as the configuration says. {@code DEGRADED}, answered 200: messages with one of them would fail, all
 * others go.
 */
@Component
class TemplatesHealthIndicator implements HealthIndicator {

    private final TemplateStandings standings;

    TemplatesHealthIndicator(TemplateStandings standings) {
        this.standings = standings;
    }

    @Override
    public Health health() {
        TemplateStanding standing = standings.now();
        boolean well = standing.differing().isEmpty();
        return Health.status(
                        well
                                ? Status.UP
                                : new Status(
                                        DispatcherHealthIndicator.DEGRADED.getCode(), "Meta has templates otherwise"))
                .withDetail("differing", standing.differing())
                .withDetail("unchecked", standing.unchecked())
                .build();
    }
}
