package dev.sealpost.operations;

import dev.sealpost.whatsapp.InboundMessages;
import dev.sealpost.whatsapp.InboundStatus;
import java.time.Duration;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Whether flows get what people write. A flow that was stopped, whose messages wait, is no illness of the hub. */
@Component
class InboundHealthIndicator implements HealthIndicator {

    private static final Duration TOO_LONG = Duration.ofSeconds(60);
    private static final Status DEGRADED = new Status("DEGRADED", "Messages of people wait for a flow");

    private final InboundMessages inbound;

    InboundHealthIndicator(InboundMessages inbound) {
        this.inbound = inbound;
    }

    @Override
    public Health health() {
        InboundStatus status = inbound.status();
        return Health.status(judge(status))
                .withDetail("oldestSeconds", status.oldest().toSeconds())
                .withDetail("handing", status.handing())
                .build();
    }

    private static Status judge(InboundStatus status) {
        if (!status.answering() || !status.handing()) {
            return Status.DOWN;
        }
        return status.oldest().compareTo(TOO_LONG) > 0 ? DEGRADED : Status.UP;
    }
}
