package dev.sealpost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.message.Reason;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.pause.NewPause;
import dev.sealpost.pause.PauseScope;
import dev.sealpost.pause.Pauses;
import dev.sealpost.window.Chat;
import dev.sealpost.window.ServiceWindows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which sender a message goes by, and what waits when something of it is stopped. */
class SendersTest extends DispatchingTest {

    private static final Reason PAUSED = Reason.of("template-paused", "paused for low quality");

    @Autowired
    private TestRule rule;

    @Autowired
    private ServiceWindows windows;

    @Autowired
    private Pauses pauses;

    @AfterEach
    void asBefore() {
        rule.reset();
        channel.reset();
    }

    @Test
    void messagesGoByThePersonsOwnSender() {
        channel.hasSenders("clinic", "shop");
        QueuedMessage message = letters.queued(letters.toSomebody());
        start();

        awaitState(message, "SENT");
        assertThat(rows.of(id(message))).containsEntry("sender", "clinic").containsEntry("country", "PT");
    }

    @Test
    void whatWaitsForASenderThatIsNotThereAnyMoreGoesByAnother() {
        channel.hasSenders("gone");
        List<QueuedMessage> messages = letters.toDifferentPeople(450);
        letters.enqueue(messages);
        channel.hasSenders("shop");
        start();

        await().untilAsserted(() -> assertThat(rows.count("message WHERE state = 'SENT' AND sender = 'shop'"))
                .isEqualTo(450));
    }

    @Test
    void whatNoSenderServesWaitsForOne() {
        channel.hasSenders();
        QueuedMessage message = letters.queued(letters.toSomebody());
        assertThat(rows.of(id(message))).containsEntry("sender", null);
        channel.hasSenders("shop");
        start();

        awaitState(message, "SENT");
    }

    @Test
    void troubleOfOneSenderDoesNotHoldUpTheOthers() {
        channel.hasSenders("clinic");
        letters.enqueue(letters.toDifferentPeople(200));
        channel.hasSenders("shop", "clinic");
        letters.enqueue(letters.toDifferentPeople(200));
        channel.answers(
                message -> message.sender().equals("clinic") ? TestChannel.DOWN : TestChannel.accepted(message));
        start();

        await().untilAsserted(() ->
                assertThat(rows.count("message WHERE state = 'SENT'")).isEqualTo(200));
        await().untilAsserted(
                        () -> assertThat(dispatcher.breakers().get("clinic")).isIn("OPEN", "HALF_OPEN"));
        assertThat(dispatcher.breakers()).containsEntry("shop", "CLOSED");
        assertThat(rows.count("message WHERE state = 'FAILED'")).isZero();
    }

    @Nested
    class AFreeFormMessage {

        private final SubjectRef person = SubjectRef.random();

        @BeforeEach
        void thePersonWroteToTheSecondSender() {
            channel.hasSenders("clinic", "shop");
            channel.sendsFreeFormMessages();
            inTransaction(() -> windows.opened(Map.of(new Chat("shop", person), Instant.now())));
        }

        @Test
        void goesByTheSenderThatThePersonWroteTo() {
            QueuedMessage answer = letters.queued(letters.to(person, TestPurposes.RESENT));
            QueuedMessage toAnother = letters.queued(letters.toSomebody());

            assertThat(rows.of(id(answer))).containsEntry("sender", "shop");
            assertThat(rows.of(id(toAnother))).containsEntry("sender", "clinic");
        }

        @Test
        void waitsForThatSenderWhileItIsStopped() {
            inTransaction(() -> pauses.begin(
                    List.of(new NewPause(PauseScope.SENDER, "shop", PAUSED, null, false, null, "operator"))));
            QueuedMessage answer = letters.queued(letters.to(person, TestPurposes.RESENT));
            QueuedMessage toAnother = letters.queued(letters.toSomebody());
            start();

            awaitState(toAnother, "SENT");
            await().during(Duration.ofMillis(300))
                    .until(() -> rows.of(id(answer)).get("sender").equals("shop"));
            assertThat(rows.state(answer)).isEqualTo("QUEUED");
            inTransaction(() -> pauses.lift(PauseScope.SENDER, "shop", Set.of(), "operator"));
            awaitState(answer, "SENT");
        }
    }

    @Nested
    class AMessageThatIsHeld {

        private final SubjectRef person = SubjectRef.random();

        @Test
        void waitsWhileThePersonsOtherMessagesGo() {
            List<QueuedMessage> messages = letters.to(List.of(person, person, person), TestPurposes.PARKED);
            rule.set(messages.get(0), new Wait.Held(PAUSED));
            letters.enqueue(messages);
            start();

            awaitState(messages.get(1), "SENT");
            awaitState(messages.get(2), "SENT");
            assertThat(rows.of(id(messages.get(0))))
                    .containsEntry("state", "QUEUED")
                    .containsEntry("held", true)
                    .containsEntry("attempts", 0)
                    .containsEntry("reason", PAUSED.toString());
            assertThat(audit.of(id(messages.get(0))))
                    .filteredOn(entry -> entry.kind() == AuditKind.MESSAGE_HELD)
                    .singleElement()
                    .extracting(entry -> entry.reason().word())
                    .isEqualTo("template-paused");
        }

        @Test
        void goesOnceItIsReleased() {
            QueuedMessage message = letters.queued(letters.toSomebody());
            rule.set(message, new Wait.Held(PAUSED));
            start();
            await().until(() -> rows.of(id(message)).get("held").equals(true));

            rule.reset();
            rows.execute("UPDATE message SET held = false WHERE held");

            awaitState(message, "SENT");
        }
    }

    @Test
    void aMessageThatHasToWaitIsLookedAtAgainThenAndKeepsItsPlace() {
        SubjectRef person = SubjectRef.random();
        List<QueuedMessage> messages = letters.to(List.of(person, person), TestPurposes.PARKED);
        Instant later = Instant.now().plusMillis(400);
        rule.set(messages.get(0), new Wait.Until(later, Reason.of("paced")));
        letters.enqueue(messages);
        start();
        await().during(Duration.ofMillis(200)).until(() -> channel.sent().isEmpty());

        rule.reset();

        awaitState(messages.get(1), "SENT");
        assertThat(channel.sent()).containsExactly(id(messages.get(0)), id(messages.get(1)));
        assertThat(Instant.now()).isAfterOrEqualTo(later);
    }
}
