package dev.sealpost.delivery;

import static dev.sealpost.message.MessageState.DELIVERED;
import static dev.sealpost.message.MessageState.FAILED;
import static dev.sealpost.message.MessageState.READ;
import static dev.sealpost.message.MessageState.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.MessageState;
import dev.sealpost.message.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class StatusUpdatesTest extends DispatchingTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    @Autowired
    StatusUpdates statuses;

    private QueuedMessage message;

    @BeforeEach
    void message() {
        message = letters.queued(letters.toSomebody());
    }

    @ParameterizedTest(name = "{0} and a status {1}: {2}")
    @CsvSource({
        "SENDING, SENT, SENT",
        "SENDING, DELIVERED, DELIVERED",
        "SENDING, READ, READ",
        "SENDING, FAILED, FAILED",
        "UNCERTAIN, SENT, SENT",
        "UNCERTAIN, DELIVERED, DELIVERED",
        "UNCERTAIN, READ, READ",
        "UNCERTAIN, FAILED, FAILED",
        "PARKED, SENT, SENT",
        "PARKED, DELIVERED, DELIVERED",
        "PARKED, READ, READ",
        "PARKED, FAILED, FAILED",
        "SENT, SENT, SENT",
        "SENT, DELIVERED, DELIVERED",
        "SENT, READ, READ",
        "SENT, FAILED, FAILED",
        "DELIVERED, SENT, DELIVERED",
        "DELIVERED, DELIVERED, DELIVERED",
        "DELIVERED, READ, READ",
        "DELIVERED, FAILED, DELIVERED",
        "READ, SENT, READ",
        "READ, DELIVERED, READ",
        "READ, FAILED, READ",
        "FAILED, SENT, FAILED",
        "FAILED, DELIVERED, FAILED",
        "FAILED, READ, FAILED",
        "QUEUED, SENT, SENT",
        "QUEUED, DELIVERED, DELIVERED",
        "QUEUED, READ, READ",
        "QUEUED, FAILED, QUEUED",
        "BLOCKED, DELIVERED, BLOCKED",
        "REFUSED, DELIVERED, REFUSED",
    })
    void movesOnlyForward(String before, MessageState status, String after) {
        rows.put(id(message), before);

        apply(status(status));

        assertThat(rows.state(message)).isEqualTo(after);
        assertThat(audit.kinds(id(message))).hasSize(before.equals(after) ? 1 : 2 + letters(after, before));
    }

    /** A message that fails with its content still there leaves a dead letter, which has an entry of its own. */
    private static int letters(String after, String before) {
        return after.equals("FAILED") && (before.equals("SENDING") || before.equals("UNCERTAIN")) ? 1 : 0;
    }

    @Test
    void statusNamesTheChannelsIdAndWhenItWasReported() {
        rows.put(id(message), "SENT");

        apply(status(DELIVERED));

        assertThat(last(message)).satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("whatsapp");
            assertThat(entry.evidence()).containsEntry("wamid", wamid()).containsEntry("reportedAt", NOON.toString());
        });
    }

    @Test
    void messageIsFoundByTheChannelsIdWhereTheHubsIsMissing() {
        rows.put(id(message), "SENT");
        rows.execute("UPDATE message SET channel_id = '%s'".formatted(wamid()));

        apply(
                new StatusUpdate(null, wamid(), READ, NOON, null),
                new StatusUpdate(null, "wamid.unknown", READ, NOON, null));

        assertThat(rows.state(message)).isEqualTo("READ");
    }

    @Test
    void statusForAMessageNobodyKnowsHasNoEffect() {
        int before = audit.all().size();

        apply(new StatusUpdate(MessageId.next(), "wamid.unknown", READ, NOON, null));

        assertThat(rows.state(message)).isEqualTo("QUEUED");
        assertThat(audit.all()).hasSize(before);
    }

    @Test
    void duplicatedAndReorderedBatchTellsTheWholeStoryOnce() {
        rows.put(id(message), "SENDING");
        List<StatusUpdate> updates = new ArrayList<>();
        Stream.of(SENT, DELIVERED, READ).forEach(state -> updates.addAll(Collections.nCopies(3, status(state))));
        Collections.shuffle(updates, new Random(7));

        apply(updates.toArray(StatusUpdate[]::new));
        apply(updates.toArray(StatusUpdate[]::new));

        assertThat(rows.state(message)).isEqualTo("READ");
        assertThat(audit.kinds(id(message)))
                .containsExactly(
                        AuditKind.MESSAGE_QUEUED,
                        AuditKind.MESSAGE_SENT,
                        AuditKind.MESSAGE_DELIVERED,
                        AuditKind.MESSAGE_READ);
    }

    @Test
    void messageThatWasNeverHandedToTheChannelIsMovedByNoStatus() {
        apply(status(SENT), status(DELIVERED), status(READ), failed());

        assertThat(rows.state(message)).isEqualTo("QUEUED");
        assertThat(audit.kinds(id(message))).containsExactly(AuditKind.MESSAGE_QUEUED);
    }

    @Test
    void messageThatIsToBeSentAgainIsNotWhenItsStatusComesFirst() {
        channel.answers(TestChannel.LOST);
        start();
        awaitState(message, "UNCERTAIN");
        resendAfterItsWindow();

        apply(status(DELIVERED));
        rows.execute("UPDATE message SET next_attempt_at = now()");
        QueuedMessage next = letters.queued(letters.to(message.sealed().origin().subject(), TestPurposes.RESENT));
        await().until(() -> channel.sent().contains(id(next)));

        assertThat(rows.of(id(message))).containsEntry("state", "DELIVERED").containsEntry("content", null);
        assertThat(channel.sent()).containsExactly(id(message), id(next));
    }

    /** As the sweep does it, but with its next attempt an hour away, so that the status certainly comes first. */
    private void resendAfterItsWindow() {
        rows.execute("UPDATE message SET state = 'QUEUED', next_attempt_at = now() + interval '1 hour'");
    }

    @Test
    void failedOfAnEarlierSendDoesNotUndoALaterOneThatWasTaken() {
        rows.put(id(message), "SENT");
        rows.execute("UPDATE message SET attempts = 2, channel_id = 'wamid.later'");

        apply(failed());
        assertThat(rows.state(message)).isEqualTo("SENT");

        apply(new StatusUpdate(id(message), "wamid.later", FAILED, NOON, null));
        assertThat(rows.state(message)).isEqualTo("FAILED");
    }

    @Test
    void failedWithItsContentStillThereLeavesADeadLetter() {
        rows.put(id(message), "UNCERTAIN");

        apply(failed());

        assertFailedAsDeadLetter(message, "undeliverable");
    }

    @Test
    void failedAfterItsContentIsGoneLeavesNone() {
        rows.put(id(message), "SENT");

        apply(failed());

        assertThat(rows.state(message)).isEqualTo("FAILED");
        assertThat(rows.count("dead_letter")).isZero();
    }

    @Test
    void deadLetterOfAParkedMessageGoesWhenItArrivedAfterAll() {
        rows.put(id(message), "PARKED");
        rows.execute(
                "INSERT INTO dead_letter (id, message, flow, subject, purpose, reason, holds, content, sealed_for, expires_at) "
                        + "SELECT gen_random_uuid(), id, flow, subject, purpose, 'uncertain', 'content', 'x', 'subject', now() FROM message");

        apply(status(DELIVERED));

        assertThat(rows.count("dead_letter")).isZero();
    }

    @Test
    void hundredStatusesAreAFewStatements() {
        List<QueuedMessage> messages = letters.toDifferentPeople(100);
        letters.enqueue(messages);
        rows.execute("UPDATE message SET state = 'SENT'");
        statements.reset();

        apply(messages.stream()
                .map(one -> new StatusUpdate(id(one), "wamid." + id(one), DELIVERED, NOON, null))
                .toArray(StatusUpdate[]::new));

        assertThat(statements.executed()).isLessThanOrEqualTo(5);
        assertThat(statements.commits()).isEqualTo(1);
        assertThat(rows.count("message WHERE state = 'DELIVERED'")).isEqualTo(100);
    }

    @Nested
    class AFailureThatMayBeTriedAgain {

        @BeforeEach
        void sent() {
            rows.put(id(message), "SENT");
            rows.execute("UPDATE message SET channel_id = '%s', content = decode('00', 'hex'), content_until = now()"
                    .formatted(wamid()));
        }

        @Test
        void leadsBackToTheQueueWithItsContentAndCountsAsATry() {
            apply(failed(TestChannel.BUSY));

            assertThat(rows.of(id(message)))
                    .containsEntry("state", "QUEUED")
                    .containsEntry("refusals", 1)
                    .containsEntry("content_until", null);
            assertThat(rows.count("message WHERE content IS NOT NULL")).isEqualTo(1);
            assertThat(last(message).kind()).isEqualTo(AuditKind.MESSAGE_RETRY);
        }

        @Test
        void ofAnOutageCountsAsNone() {
            apply(failed(TestChannel.DOWN));

            assertThat(rows.of(id(message))).containsEntry("state", "QUEUED").containsEntry("refusals", 0);
        }

        @Test
        void toldAgainOrFollowedByALateSentHasNoEffectWhereverTheNextTryIs() {
            apply(failed(TestChannel.BUSY));

            apply(failed(TestChannel.BUSY), status(SENT));
            assertThat(rows.of(id(message))).containsEntry("state", "QUEUED").containsEntry("refusals", 1);
            rows.execute("UPDATE message SET state = 'SENDING', attempts = 2, claimed_at = now()");
            apply(failed(TestChannel.BUSY), status(SENT));
            assertThat(rows.state(message)).isEqualTo("SENDING");
            apply(status(DELIVERED));
            assertThat(rows.state(message)).isEqualTo("DELIVERED");
        }

        @Test
        void isFinalOnceItsContentIsGone() {
            rows.execute("UPDATE message SET content = NULL, content_until = NULL");

            apply(failed(TestChannel.BUSY));

            assertThat(rows.state(message)).isEqualTo("FAILED");
            assertThat(last(message).evidence()).containsEntry("givenUp", "content-deleted");
        }

        @Test
        void isFinalWhenItsAttemptsAreUsedUpAndLeavesADeadLetter() {
            rows.execute("UPDATE message SET refusals = %d".formatted(settings.maxAttempts() - 1));

            apply(failed(TestChannel.BUSY));

            assertThat(rows.state(message)).isEqualTo("FAILED");
            assertThat(rows.count("dead_letter")).isEqualTo(1);
        }

        @Test
        void onceOnlyIsTriedOnceAndThenFinal() {
            var enough = new DeliveryOutcome.RetryLater(Reason.of("marketing-limit"), null, Scope.MESSAGE_ONCE);

            apply(failed(enough));
            assertThat(rows.of(id(message))).containsEntry("state", "QUEUED").containsEntry("last_chance", true);
            rows.execute("UPDATE message SET state = 'SENT', channel_id = 'wamid.second', attempts = 2");
            apply(new StatusUpdate(id(message), "wamid.second", FAILED, NOON, enough));

            assertThat(rows.state(message)).isEqualTo("FAILED");
            assertThat(last(message).kind()).isEqualTo(AuditKind.MESSAGE_DEAD_LETTER);
        }

        private StatusUpdate failed(DeliveryOutcome why) {
            return new StatusUpdate(id(message), wamid(), FAILED, NOON, (DeliveryOutcome.Refusal) why);
        }
    }

    @Nested
    class BeforeTheOutcomeIsCommitted {

        private final CompletableFuture<DeliveryOutcome> answer = new CompletableFuture<>();

        @BeforeEach
        void sendWithoutAnAnswer() {
            channel.answersAsynchronously(any -> answer);
            start();
            await().until(() -> !channel.sent().isEmpty());
        }

        @Test
        void deliveredWinsOverTheAcceptanceThatComesLater() {
            apply(status(DELIVERED));
            answer.complete(new DeliveryOutcome.Accepted(wamid()));
            dispatcher.stop();

            assertThat(rows.of(id(message)))
                    .containsEntry("state", "DELIVERED")
                    .containsEntry("channel_id", wamid())
                    .containsEntry("content", null);
            assertThat(audit.kinds(id(message)))
                    .containsExactly(AuditKind.MESSAGE_QUEUED, AuditKind.MESSAGE_SENDING, AuditKind.MESSAGE_DELIVERED);
        }

        @Test
        void sentByStatusIsNotSentAgainWhenTheAnswerWasLost() {
            apply(status(SENT));
            answer.complete(TestChannel.LOST);
            dispatcher.stop();

            assertThat(rows.state(message)).isEqualTo("SENT");
            assertThat(audit.of(id(message)).stream().map(AuditRecord::kind))
                    .doesNotContain(AuditKind.MESSAGE_UNCERTAIN);
        }
    }

    private void apply(StatusUpdate... updates) {
        inTransaction(() -> statuses.apply(List.of(updates)));
    }

    private StatusUpdate status(MessageState state) {
        return new StatusUpdate(id(message), wamid(), state, NOON, null);
    }

    private StatusUpdate failed() {
        return new StatusUpdate(
                id(message), wamid(), FAILED, NOON, DeliveryOutcome.Rejected.byChannel(Reason.of("undeliverable")));
    }

    private String wamid() {
        return "wamid." + id(message);
    }
}
