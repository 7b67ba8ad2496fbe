package dev.sealpost.operations;

import dev.sealpost.audit.Ledger;
import dev.sealpost.audit.LedgerStatus;
import java.time.Duration;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether decisions can be written down. When they cannot, nothing is sent. */
@Component
class LedgerHealthIndicator implements HealthIndicator {

    /** Entries normally wait well under a second for their index. */
    private static final Duration TOO_LONG = Duration.ofSeconds(30);

    private final Ledger ledger;

    LedgerHealthIndicator(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Health health() {
        LedgerStatus status = ledger.status();
        boolean stuck = status.waiting() > 0 && status.lag().compareTo(TOO_LONG) > 0;
        return (status.answering() && !stuck ? Health.up() : Health.down())
                .withDetail("waiting", status.waiting())
                .withDetail("lagSeconds", status.lag().toSeconds())
                .withDetail("lastIndex", status.lastIndex())
                .withDetail("lastError", status.lastError().orElse("none"))
                .build();
    }
}
