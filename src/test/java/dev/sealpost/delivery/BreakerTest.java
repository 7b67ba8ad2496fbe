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
    void outageThatTooFewMessagesFindForTheBreakerToOpenCostsNoneOfThemItsAttempts() {
        letters.enqueue(letters.toDifferentPeople(50));
        start();
        await().until(() -> rows.count("message WHERE state = 'SENT'") == 50);

        channel.answers(TestChannel.DOWN);
        QueuedMessage message = letters.queued(letters.toSomebody());
        await().until(() -> attempts(message) > settings.maxAttempts() + 2);

        assertThat(dispatcher.breaker()).isEqualTo("CLOSED");
        assertThat(rows.state(message)).isIn("QUEUED", "SENDING");
        channel.answers(TestChannel::accepted);
        awaitState(message, "SENT");
    }

    private int attempts(QueuedMessage message) {
        return (int) rows.of(id(message)).get("attempts");
    }

    @Test
    void messagesThatNeverReachTheChannelSayNothingAboutIt() {
        var breaker = new Breaker(TestChannel.SENDER, settings);

        for (int n = 0; n < settings.breaker().minimumSends(); n++) {
            ends(breaker, TestChannel.UNSENDABLE);
            ends(breaker, TestChannel.UNSENDABLE);
            ends(breaker, TestChannel.DOWN);
        }

        assertThat(breaker.state()).isEqualTo("OPEN");
    }

    private static void ends(Breaker breaker, DeliveryOutcome result) {
        breaker.admit(1);
        breaker.record(new Outcome(null, result, Duration.ofMillis(1), new AttemptRecords()));
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
