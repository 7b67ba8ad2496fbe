package dev.sealpost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A channel that is down for a while. The breaker of these tests opens after 50 sends of which half found it down. */
class BreakerTest extends DispatchingTest {

    @Test
    void sendingPausesWhileTheChannelIsDownAndGoesOnWhenItIsBack() {
        channel.answers(TestChannel.DOWN);
        List<QueuedMessage> messages = letters.toDifferentPeople(1_000);
        letters.enqueue(messages);
        start();

        await().until(() -> dispatcher.breaker().equals("OPEN"));
        await().during(Duration.ofMillis(500))
                .until(() -> channel.sent().size()
                        <= settings.inFlight() + 5 * settings.breaker().probes());

        channel.answers(TestChannel::accepted);
        await().untilAsserted(() ->
                assertThat(rows.count("message WHERE state = 'SENT'")).isEqualTo(1_000));
        assertThat(dispatcher.breaker()).isEqualTo("CLOSED");
    }

    @Test
    void probesOfAChannelThatIsDownCostAMessageNoAttempt() {
        channel.answers(TestChannel.DOWN);
        letters.enqueue(letters.toDifferentPeople(60));
        start();

        await().until(() -> channel.sent().size() > 60 * (settings.maxAttempts() + 1));

        assertThat(rows.count("message WHERE state = 'FAILED'")).isZero();
        channel.answers(TestChannel::accepted);
        await().untilAsserted(() ->
                assertThat(rows.count("message WHERE state = 'SENT'")).isEqualTo(60));
    }

    @Test
    void refusalsOfSingleMessagesDoNotOpenIt() {
        channel.answers(TestChannel.REFUSED);
        letters.enqueue(letters.toDifferentPeople(300));
        start();

        await().untilAsserted(() ->
                assertThat(rows.count("message WHERE state = 'FAILED'")).isEqualTo(300));
        assertThat(dispatcher.breaker()).isEqualTo("CLOSED");
    }
}
