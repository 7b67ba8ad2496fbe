package dev.sealpost.operations;

import dev.sealpost.message.Reason;
import dev.sealpost.whatsapp.SenderStanding;
import dev.sealpost.whatsapp.SenderStanding.State;
import dev.sealpost.whatsapp.SenderStandings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Whether Meta keeps the senders' messages where they are wanted and their tokens are good. {@code DEGRADED}, answered 200: the hub is
 * well, something has to be done about a sender.
 */
@Component
class SendersHealthIndicator implements HealthIndicator {

    private final SenderStandings standings;

    SendersHealthIndicator(SenderStandings standings) {
        this.standings = standings;
    }

    @Override
    public Health health() {
        List<SenderStanding> senders = standings.all();
        boolean well = senders.stream().allMatch(sender -> sender.state() == State.READY);
        Health.Builder health = Health.status(
                well
                        ? Status.UP
                        : new Status(DispatcherHealthIndicator.DEGRADED.getCode(), "A sender needs attention"));
        senders.forEach(sender -> health.withDetail(sender.sender(), details(sender)));
        return health.build();
    }

    private static Map<String, Object> details(SenderStanding sender) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("state", sender.state());
        if (!sender.reasons().isEmpty()) {
            details.put(
                    "reasons", sender.reasons().stream().map(Reason::toString).collect(Collectors.joining("; ")));
        }
        if (sender.tokenExpires() != null) {
            details.put("tokenExpires", sender.tokenExpires());
        }
        return details;
    }
}
