package dev.sealpost.operations;

import dev.sealpost.pause.Pause;
import dev.sealpost.pause.PauseGuide;
import dev.sealpost.pause.Pauses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** What is paused, why, and what to do. {@code DEGRADED} while anything is: the hub is well, some messages wait. */
@Component
class PauseHealthIndicator implements HealthIndicator {

    private static final Status DEGRADED =
            new Status(DispatcherHealthIndicator.DEGRADED.getCode(), "Something is paused; its messages wait");
    private static final int MOST_SHOWN = 20;

    private final Pauses pauses;
    private final PauseGuide guide;

    PauseHealthIndicator(Pauses pauses, PauseGuide guide) {
        this.pauses = pauses;
        this.guide = guide;
    }

    @Override
    public Health health() {
        try {
            List<Pause> all = pauses.recent().all();
            return Health.status(all.isEmpty() ? Status.UP : DEGRADED)
                    .withDetail("pauses", all.size())
                    .withDetails(shown(all))
                    .build();
        } catch (DataAccessException unanswered) {
            return Health.down()
                    .withDetail("pauses", "cannot be read; nothing is sent")
                    .build();
        }
    }

    private Map<String, String> shown(List<Pause> all) {
        Map<String, String> shown = new LinkedHashMap<>();
        all.stream()
                .limit(MOST_SHOWN)
                .forEach(pause -> shown.put(
                        "%s %s (%s)"
                                .formatted(
                                        pause.scope(),
                                        pause.key(),
                                        pause.reason().word()),
                        "since %s: %s. %s".formatted(pause.since(), pause.reason(), guide.whatToDo(pause))));
        return shown;
    }
}
