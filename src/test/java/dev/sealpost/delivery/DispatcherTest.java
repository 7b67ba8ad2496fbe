package dev.sealpost.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.sealing.OpenedContent;
import dev.sealpost.vault.SealBroken;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rows of the state table that begin at QUEUED and SENDING, one by one. */
class DispatcherTest extends DispatchingTest {

    @Nested
    class Sending {

        @Test
        void acceptedMessageIsSentWithTheChannelsIdAndItsContentGoesAfterTheFailureWindow() {
            QueuedMessage message = letters.queued(letters.toSomebody());
            start();

            awaitState(message, "SENT");

            assertThat(rows.of(id(message)))
                    .containsEntry("channel_id", "wamid." + id(message))
                    .containsEntry("attempts", 1);
            assertThat(rows.count(
                            "message WHERE content IS NOT NULL AND content_until < now() + interval '16 minutes'"))
                    .isEqualTo(1);
            assertThat(audit.kinds(id(message)))
                    .containsExactly(AuditKind.MESSAGE_QUEUED, AuditKind.MESSAGE_SENDING, AuditKind.MESSAGE_SENT);
            assertThat(last(message).evidence()).containsEntry("wamid", "wamid." + id(message));
        }

        @Test
        void sendingIsCommittedBeforeTheChannelSeesTheMessage() {
            var seen = new CopyOnWriteArrayList<Object>();
            channel.answers(message -> {
                seen.add(rows.of(message.id()).get("state"));
                return TestChannel.accepted(message);
            });
            QueuedMessage message = letters.queued(letters.toSomebody());
            start();

            awaitState(message, "SENT");

            assertThat(seen).containsExactly("SENDING");
        }

        @Test
        void channelGetsWhatWasSealed() {
            var opened = new CopyOnWriteArrayList<OpenedContent>();
            channel.answers(message -> {
                opened.add(message.content());
                return TestChannel.accepted(message);
            });
            QueuedMessage message = letters.queued(letters.toSomebody());
            start();

            awaitState(message, "SENT");

            assertThat(opened).singleElement().satisfies(content -> {
                assertThat(content.to()).isEqualTo(Letters.ANA);
                assertThat(content.fields()).containsOnlyKeys("firstName");
            });
        }

        @Test
        void contentStaysAsLongAsItsPurposeSays() {
            QueuedMessage message = letters.queued(letters.toSomebody(TestPurposes.RETAINED));
            start();

            awaitState(message, "SENT");

            assertThat(rows.of(id(message)).get("content")).isNotNull();
            assertThat(
                            rows.count(
                                    "message WHERE content_until BETWEEN now() + interval '2 days' AND now() + interval '3 days'"))
                    .isEqualTo(1);
        }

        @Test
        void recordsOfTheAttemptAreCommittedWithItsOutcome() {
            channel.answersAsynchronously(message -> {
                message.stage()
                        .stage(AuditRecord.of(AuditKind.EXCHANGE)
                                .message(message.id())
                                .build());
                return CompletableFuture.completedFuture(TestChannel.accepted(message));
            });
            QueuedMessage message = letters.queued(letters.toSomebody());
            start();

            awaitState(message, "SENT");

            assertThat(audit.kinds(id(message))).contains(AuditKind.EXCHANGE);
        }
    }

    @Nested
    class NotSending {

        @Test
        void consentWithdrawnWhileQueuedBlocks() {
            QueuedMessage message = letters.queued(letters.toSomebody());
            consents.withdraw(subject(message));
            start();

            awaitState(message, "BLOCKED");

            assertBlocked(message, "withdrawn");
        }

        @Test
        void destroyedKeyBlocks() {
            QueuedMessage message = letters.queued(letters.toSomebody());
            keys.destroy(subject(message));
            start();

            awaitState(message, "BLOCKED");

            assertBlocked(message, "erased");
        }

        @Test
        void purposeThatIsNotConfiguredAnyMoreBlocks() {
            QueuedMessage message = letters.queued(letters.toSomebody());
            rows.execute("UPDATE message SET purpose = 'gone'");
            start();

            awaitState(message, "BLOCKED");

            assertBlocked(message, "unknown-purpose");
        }

        @Test
        void marketingToACountryWhereMetaBlocksItBlocks() {
            QueuedMessage offer = letters.queued(letters.toSomebody(TestPurposes.MARKETING));
            QueuedMessage update = letters.queued(letters.toSomebody());
            rows.execute("UPDATE message SET country = 'US'");
            start();

            awaitState(offer, "BLOCKED");
            awaitState(update, "SENT");

            assertThat(last(offer).reason().word()).isEqualTo("marketing-country");
            assertThat(channel.sent()).containsExactly(id(update));
        }

        @Test
        void messageThatOutlivedItsTimeFailsAsADeadLetter() {
            QueuedMessage message = letters.queued(letters.toSomebody());
            rows.execute("UPDATE message SET expires_at = now()");
            start();

            awaitState(message, "FAILED");

            assertThat(last(message).kind()).isEqualTo(AuditKind.MESSAGE_DEAD_LETTER);
            assertFailedAsDeadLetter(message, "expired");
            assertThat(channel.sent()).isEmpty();
        }

        @Test
        void nothingIsSentWhileTheConsentStoreIsDown() {
            consents.down(true);
            QueuedMessage message = letters.queued(letters.toSomebody());
            start();

            await().until(() -> dispatcher.trouble().isPresent());
            assertThat(rows.state(message)).isEqualTo("QUEUED");
            assertThat(channel.sent()).isEmpty();

            consents.down(false);
            awaitState(message, "SENT");
            await().until(() -> dispatcher.trouble().isEmpty());
        }

        @Test
        void nothingIsSentWhileTheAuditCannotAppend() {
            QueuedMessage message = letters.queued(letters.toSomebody());
            audit.failing(true);
            start();

            await().until(() -> dispatcher.trouble().isPresent());
            assertThat(rows.state(message)).isEqualTo("QUEUED");
            assertThat(channel.sent()).isEmpty();

            audit.failing(false);
            awaitState(message, "SENT");
        }

        @Test
        void contentSwappedBetweenTwoMessagesIsNeverSent() {
            QueuedMessage one = letters.toSomebody();
            QueuedMessage other = letters.toSomebody();
            letters.enqueue(List.of(one, other));
            rows.swapContents(id(one), id(other));
            start();

            awaitState(one, "FAILED");
            awaitState(other, "FAILED");

            assertThat(channel.sent()).isEmpty();
            assertThat(audit.kinds(id(one))).contains(AuditKind.SEAL_BROKEN);
            assertFailedAsDeadLetter(one, "seal-broken");
        }

        private void assertBlocked(QueuedMessage message, String reason) {
            assertThat(channel.sent()).isEmpty();
            assertThat(rows.of(id(message))).containsEntry("content", null);
            assertThat(rows.count("dead_letter")).isZero();
            assertThat(last(message).kind()).isEqualTo(AuditKind.MESSAGE_BLOCKED);
            assertThat(last(message).reason().word()).isEqualTo(reason);
        }
    }

    @Nested
    class Outcomes {

        @Test
        void rejectedMessageFailsAsADeadLetterThatTheSubjectsKeyOpens() {
            channel.answers(TestChannel.REFUSED);
            QueuedMessage message = letters.queued(letters.toSomebody());
            start();

            awaitState(message, "FAILED");

            assertFailedAsDeadLetter(message, "undeliverable");
            assertThat(rows.openDeadLetter(message).to()).isEqualTo(Letters.ANA);
        }

        @Test
        void deadLetterOfAnErasedPersonIsUnreadable() {
            channel.answers(TestChannel.REFUSED);
            QueuedMessage message = letters.queued(letters.toSomebody());
            start();
            awaitState(message, "FAILED");

            keys.destroy(subject(message));
            keys.create(List.of(subject(message)));

            assertThatThrownBy(() -> rows.openDeadLetter(message)).isInstanceOf(SealBroken.class);
        }

        @Test
        void retryableRefusalIsTriedAgainUntilItWorks() {
            var answers = List.of(TestChannel.BUSY, TestChannel.BUSY).iterator();
            channel.answers(message -> answers.hasNext() ? answers.next() : TestChannel.accepted(message));
            QueuedMessage message = letters.queued(letters.toSomebody());
            start();

            awaitState(message, "SENT");

            assertThat(channel.sent()).hasSize(3);
            assertThat(audit.kinds(id(message)))
                    .containsSequence(
                            AuditKind.MESSAGE_SENDING,
                            AuditKind.MESSAGE_RETRY,
                            AuditKind.MESSAGE_SENDING,
                            AuditKind.MESSAGE_RETRY,
                            AuditKind.MESSAGE_SENDING,
                            AuditKind.MESSAGE_SENT);
        }

        @Test
        void nextAttemptWaitsAsLongAsTheChannelAsked() {
            channel.answers(new DeliveryOutcome.RetryLater(TestReasons.BUSY, Duration.ofHours(1), Scope.MESSAGE));
            QueuedMessage message = letters.queued(letters.toSomebody());
            start();

            await().until(() -> audit.kinds(id(message)).contains(AuditKind.MESSAGE_RETRY));

            assertThat(rows.state(message)).isEqualTo("QUEUED");
            assertThat(rows.count("message WHERE next_attempt_at > now() + interval '59 minutes'"))
                    .isEqualTo(1);
        }

        @Test
        void messageFailsWhenItsAttemptsAreUsedUp() {
            channel.answers(TestChannel.BUSY);
            QueuedMessage message = letters.queued(letters.toSomebody());
            start();

            awaitState(message, "FAILED");

            assertThat(channel.sent()).hasSize(settings.maxAttempts());
            assertFailedAsDeadLetter(message, "busy");
        }

        @Test
        void messageFailsWhenItsNextAttemptWouldComeAfterItsTimeToLive() {
            channel.answers(new DeliveryOutcome.RetryLater(TestReasons.BUSY, Duration.ofHours(25), Scope.MESSAGE));
            QueuedMessage message = letters.queued(letters.toSomebody());
            start();

            awaitState(message, "FAILED");

            assertThat(channel.sent()).hasSize(1);
            assertFailedAsDeadLetter(message, "busy");
        }

        @Test
        void unknownOutcomeIsUncertainAndNotSentAgain() {
            channel.answers(TestChannel.LOST);
            QueuedMessage message = letters.queued(letters.toSomebody());
            start();

            awaitState(message, "UNCERTAIN");

            assertThat(channel.sent()).hasSize(1);
            assertThat(rows.of(id(message)).get("content")).isNotNull();
        }

        @Test
        void channelThatThrowsOrCompletesWithoutAnOutcomeIsUncertain() {
            QueuedMessage throwing = letters.toSomebody();
            QueuedMessage failing = letters.toSomebody();
            QueuedMessage empty = letters.toSomebody();
            channel.answersAsynchronously(message -> {
                if (message.id().equals(id(throwing))) {
                    throw new IllegalStateException("unforeseen");
                }
                return message.id().equals(id(failing))
                        ? CompletableFuture.failedFuture(new IllegalStateException("unforeseen"))
                        : CompletableFuture.completedFuture(null);
            });
            letters.enqueue(List.of(throwing, failing, empty));
            start();

            List.of(throwing, failing, empty).forEach(message -> awaitState(message, "UNCERTAIN"));
        }

        @Test
        void answerThatTheDatabaseRefusesIsUncertainAndHoldsUpNothing() {
            QueuedMessage poisonous = letters.toSomebody();
            channel.answers(message -> new DeliveryOutcome.Accepted(
                    message.id().equals(id(poisonous)) ? "wamid\u0000" : "wamid." + message.id()));
            List<QueuedMessage> others = letters.toDifferentPeople(5);
            letters.enqueue(List.of(poisonous));
            letters.enqueue(others);
            start();

            others.forEach(message -> awaitState(message, "SENT"));
            awaitState(poisonous, "UNCERTAIN");
        }
    }

    @Nested
    class Stopping {

        @Test
        void waitsForTheOutcomesOfWhatIsInFlight() {
            channel.answersAfter(Duration.ofMillis(300), TestChannel::accepted);
            List<QueuedMessage> messages = letters.toDifferentPeople(20);
            letters.enqueue(messages);
            start();
            await().until(() -> channel.sent().size() == 20);

            dispatcher.stop();

            assertThat(rows.count("message WHERE state = 'SENT'")).isEqualTo(20);
            assertThat(dispatcher.isRunning()).isFalse();
        }
    }

    private static SubjectRef subject(QueuedMessage message) {
        return message.sealed().origin().subject();
    }
}
