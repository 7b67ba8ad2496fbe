package dev.sealpost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.audit.AuditRecord;
import dev.sealpost.message.MessageState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A test with a dispatcher of its own. */
abstract class DispatchingTest extends DeliveryTest {

    @Autowired
    protected TestChannel channel;

    @Autowired
    protected DispatcherParts parts;

    @Autowired
    protected DeliverySettings settings;

    protected Dispatcher dispatcher;

    @BeforeEach
    void dispatcher() {
        channel.reset();
        dispatcher = new Dispatcher(parts, new DeliveryMetrics(new SimpleMeterRegistry()));
    }

    @AfterEach
    void stop() {
        consents.down(false);
        audit.failing(false);
        dispatcher.stop();
    }

    protected void start() {
        dispatcher.start();
    }

    protected static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(10));
    }

    /** Until the state is there and its entry is, too: what was committed is remembered a moment after the commit. */
    protected void awaitState(QueuedMessage message, String state) {
        await().untilAsserted(() -> {
            assertThat(rows.state(message)).isEqualTo(state);
            assertThat(audit.kinds(id(message))).contains(EntryKind.of(MessageState.valueOf(state)));
        });
    }

    protected AuditRecord last(QueuedMessage message) {
        List<AuditRecord> entries = audit.of(id(message));
        return entries.get(entries.size() - 1);
    }

    protected void assertFailedAsDeadLetter(QueuedMessage message, String reason) {
        assertThat(rows.of(id(message))).containsEntry("content", null);
        assertThat((String) rows.of(id(message)).get("reason")).startsWith(reason);
        assertThat(rows.count("dead_letter WHERE message = '%s' AND reason LIKE '%s%%'".formatted(id(message), reason)))
                .isEqualTo(1);
    }
}
