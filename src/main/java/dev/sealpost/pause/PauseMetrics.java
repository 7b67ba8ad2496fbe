package dev.sealpost.pause;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** How many pauses there are of each scope; {@code NaN} while that cannot be read. */
@Component
class PauseMetrics {

    private final Pauses pauses;

    PauseMetrics(Pauses pauses, MeterRegistry meters) {
        this.pauses = pauses;
        for (PauseScope scope : PauseScope.values()) {
            Gauge.builder("sealpost.pauses", this, metrics -> metrics.count(scope))
                    .description("Senders, templates, accounts and countries that are paused")
                    .tag("scope", scope.name())
                    .register(meters);
        }
    }

    private double count(PauseScope scope) {
        try {
            return pauses.recent().all().stream()
                    .filter(pause -> pause.scope() == scope)
                    .count();
        } catch (DataAccessException unanswered) {
            return Double.NaN;
        }
    }
}
