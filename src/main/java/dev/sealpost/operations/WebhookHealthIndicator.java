package dev.sealpost.operations;

import dev.sealpost.whatsapp.WebhookStatus;
import dev.sealpost.whatsapp.Webhooks;
import java.time.Duration;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether webhooks are stored and handled. While they are not, what became of messages stays unknown. */
@Component
class WebhookHealthIndicator implements HealthIndicator {

    /** Webhooks normally wait well under a second. */
    private static final Duration TOO_LONG = Duration.ofSeconds(60);

    private final Webhooks webhooks;

    WebhookHealthIndicator(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public Health health() {
        WebhookStatus status = webhooks.status();
        return (isWell(status) ? Health.up() : Health.down())
                .withDetail("waiting", status.waiting())
                .withDetail("oldestSeconds", status.oldest().toSeconds())
                .withDetail("storing", status.storing())
                .withDetail("handling", status.handling())
                .build();
    }

    private static boolean isWell(WebhookStatus status) {
        return status.answering()
                && status.storing()
                && status.handling()
                && status.oldest().compareTo(TOO_LONG) <= 0;
    }
}
