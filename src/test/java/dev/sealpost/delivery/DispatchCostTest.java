package dev.sealpost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.audit.AuditKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a batch costs the database, counted at the driver: also what auto-commit would hide. */
class DispatchCostTest extends DispatchingTest {

    @Test
    void hundredMessagesAreAFewCommitsAndNoStatementEach() {
        Cost hundred = send(100);

        assertThat(hundred.commits())
                .as("claim, outcomes, a look at the pauses")
                .isLessThanOrEqualTo(4);
        assertThat(hundred.statements()).isLessThanOrEqualTo(16);
    }

    private Cost send(int count) {
        letters.enqueue(letters.toDifferentPeople(count));
        long sentBefore = sent();
        var idle = new Dispatch(withoutSweeps());
        statements.reset();
        idle.start();
        await().until(() -> sent() == sentBefore + count);
        idle.stop();
        return new Cost(statements.commits(), statements.executed());
    }

    private DispatcherParts withoutSweeps() {
        return new DispatcherParts(
                parts.claims(),
                parts.settlement(),
                parts.sender(),
                parts.limits(),
                parts.breakers(),
                new WakeUp(),
                List.of(),
                parts.backlog(),
                parts.metrics(),
                patient());
    }

    /** Looks again only when woken, so that an idle look does not count by chance. */
    private DeliverySettings patient() {
        return new DeliverySettings(
                settings.inFlight(),
                settings.batchSize(),
                Duration.ofMinutes(1),
                Duration.ofSeconds(5),
                settings.maxAttempts(),
                settings.firstBackoff(),
                settings.maxBackoff(),
                settings.lease(),
                settings.sweepInterval(),
                settings.stopTimeout(),
                settings.deadLetterRetention(),
                settings.failureWindow(),
                settings.breaker(),
                settings.urgent());
    }

    private long sent() {
        return audit.all().stream()
                .filter(entry -> entry.kind() == AuditKind.MESSAGE_SENT)
                .count();
    }

    private record Cost(int commits, int statements) {}
}
