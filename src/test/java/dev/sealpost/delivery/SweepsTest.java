package dev.sealpost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.consent.Purpose;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is done about messages that no dispatcher is at work on. Time passes by moving the rows' times back. */
class SweepsTest extends DeliveryTest {

    private static final Allowance ALL = new Allowance(Map.of(TestChannel.SENDER, 10), 10, 10, 2);

    @Autowired
    private Claims claims;

    @Autowired
    private CrashedSends crashed;

    @Autowired
    private UncertainMessages uncertain;

    @Autowired
    private ExpiredMessages expired;

    @Autowired
    private RetainedContent retained;

    @Autowired
    private OldDeadLetters deadLetters;

    @Nested
    class HubThatDied {

        @Test
        void leavesItsMessagesUncertainOnceTheLeaseIsOver() {
            QueuedMessage message = letters.queued(letters.toSomebody());
            claims.claim(ALL, "a hub that dies here");

            crashed.sweep();
            assertThat(rows.state(message)).isEqualTo("SENDING");

            rows.execute("UPDATE message SET claimed_at = now() - interval '46 seconds'");
            crashed.sweep();
            assertThat(rows.of(id(message)))
                    .containsEntry("state", "UNCERTAIN")
                    .containsEntry("reason", "crashed: no outcome within the lease");
            assertThat(audit.kinds(id(message))).endsWith(AuditKind.MESSAGE_UNCERTAIN);
        }

        @Test
        void letsThePersonsNextMessageGo() {
            QueuedMessage first = letters.toSomebody();
            QueuedMessage second = letters.to(first.sealed().origin().subject(), TestPurposes.RESENT);
            letters.enqueue(List.of(first, second));
            claims.claim(ALL, "a hub that dies here");
            assertThat(claims.claim(ALL, "another hub").messages()).isEmpty();

            rows.execute("UPDATE message SET claimed_at = now() - interval '46 seconds' WHERE state = 'SENDING'");
            crashed.sweep();

            assertThat(claims.claim(ALL, "another hub").messages())
                    .extracting(claimed -> claimed.message().id())
                    .containsExactly(id(second));
        }
    }

    @Nested
    class UncertainMessage {

        @Test
        void waitsForAStatusAsLongAsItsPurposeSays() {
            QueuedMessage message = uncertain(TestPurposes.RESENT, "9 minutes");

            uncertain.sweep();

            assertThat(rows.state(message)).isEqualTo("UNCERTAIN");
        }

        @Test
        void isQueuedAgainIfItsPurposeSaysResend() {
            QueuedMessage message = uncertain(TestPurposes.RESENT, "11 minutes");

            uncertain.sweep();

            assertThat(rows.state(message)).isEqualTo("QUEUED");
            assertThat(audit.of(id(message))).last().satisfies(entry -> {
                assertThat(entry.kind()).isEqualTo(AuditKind.MESSAGE_RETRY);
                assertThat(entry.reason().word()).isEqualTo("resend-after-uncertain");
            });
        }

        @Test
        void isParkedAsADeadLetterIfItsPurposeSaysPark() {
            QueuedMessage message = uncertain(TestPurposes.PARKED, "11 minutes");

            uncertain.sweep();

            assertParked(message, "uncertain");
        }

        @Test
        void isParkedAtOnceIfItsPurposeIsNotConfiguredAnyMore() {
            QueuedMessage message = uncertain(TestPurposes.RESENT, "1 second");
            rows.execute("UPDATE message SET purpose = 'gone'");

            uncertain.sweep();

            assertParked(message, "unknown-purpose");
        }

        @Test
        void isParkedInsteadOfSentAgainWhenItsTimeIsOver() {
            QueuedMessage message = uncertain(TestPurposes.RESENT, "11 minutes");
            rows.execute("UPDATE message SET expires_at = now()");

            uncertain.sweep();

            assertParked(message, "expired");
        }

        @Test
        void isParkedInsteadOfSentAgainForEver() {
            QueuedMessage message = uncertain(TestPurposes.RESENT, "11 minutes");
            rows.execute("UPDATE message SET refusals = 5");

            uncertain.sweep();

            assertParked(message, "attempts-used-up");
        }

        private QueuedMessage uncertain(Purpose purpose, String since) {
            QueuedMessage message = letters.queued(letters.toSomebody(purpose));
            rows.put(id(message), "UNCERTAIN");
            rows.execute("UPDATE message SET updated_at = now() - interval '%s'".formatted(since));
            return message;
        }

        private void assertParked(QueuedMessage message, String reason) {
            assertThat(rows.of(id(message))).containsEntry("state", "PARKED").containsEntry("content", null);
            assertThat((String) rows.of(id(message)).get("reason")).startsWith(reason);
            assertThat(rows.count("dead_letter WHERE message = '%s'".formatted(id(message))))
                    .isEqualTo(1);
            assertThat(audit.kinds(id(message))).contains(AuditKind.MESSAGE_PARKED, AuditKind.MESSAGE_DEAD_LETTER);
        }
    }

    @Test
    void queuedMessageFailsWhenItsTimeIsOverAlsoIfNothingIsClaimed() {
        QueuedMessage message = letters.queued(letters.toSomebody());
        rows.execute("UPDATE message SET expires_at = now()");

        expired.sweep();

        assertThat(rows.state(message)).isEqualTo("FAILED");
        assertThat(rows.count("dead_letter")).isEqualTo(1);
    }

    @Test
    void retainedContentIsDeletedWhenItsTermEnds() {
        QueuedMessage over = letters.queued(letters.toSomebody(TestPurposes.RETAINED));
        QueuedMessage not = letters.queued(letters.toSomebody(TestPurposes.RETAINED));
        rows.execute("UPDATE message SET state = 'SENT', content_until = now() + interval '1 day'");
        rows.execute("UPDATE message SET content_until = now() WHERE id = '%s'".formatted(id(over)));

        retained.sweep();

        assertThat(rows.of(id(over))).containsEntry("content", null);
        assertThat(rows.of(id(not)).get("content")).isNotNull();
    }

    @Test
    void oldDeadLettersAreDeleted() {
        letters.queued(letters.toSomebody());
        letters.queued(letters.toSomebody());
        rows.execute("UPDATE message SET expires_at = now()");
        expired.sweep();
        rows.execute("UPDATE dead_letter SET expires_at = now() WHERE id IN (SELECT id FROM dead_letter LIMIT 1)");

        deadLetters.sweep();

        assertThat(rows.count("dead_letter")).isEqualTo(1);
    }
}
