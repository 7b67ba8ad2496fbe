package dev.sealpost.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import dev.sealpost.vault.BlindIndex;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.IllegalTransactionStateException;

class OutboxTest extends DeliveryTest {

    @Test
    void queuedMessageIsWrittenWithTheEntryThatExplainsIt() {
        QueuedMessage message = letters.toSomebody();

        letters.enqueue(List.of(message));

        assertThat(rows.state(message)).isEqualTo("QUEUED");
        assertThat(audit.of(id(message))).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(AuditKind.MESSAGE_QUEUED);
            assertThat(entry.evidence())
                    .containsEntry("consent", "basis:contract")
                    .containsEntry("template", "order_shipped")
                    .containsEntry("profile", "order-shipped")
                    .containsEntry("dropped", "4")
                    .containsEntry(
                            "sha256", Sha256.hex(message.sealed().content().ciphertext()));
        });
    }

    @Test
    void refusedMessageKeepsItsReasonAndNoContent() {
        var refused = new RefusedMessage(
                MessageId.next(),
                "order-shipped",
                Letters.source(),
                null,
                null,
                Reason.of("invalid-number"),
                Instant.now());

        inTransaction(() -> outbox.refuse(List.of(refused)));

        assertThat(rows.of(refused.id()))
                .containsEntry("state", "REFUSED")
                .containsEntry("reason", "invalid-number")
                .containsEntry("content", null);
        assertThat(audit.of(refused.id()))
                .extracting(AuditRecord::kind, AuditRecord::reason)
                .containsExactly(tuple(AuditKind.MESSAGE_REFUSED, refused.reason()));
    }

    @Test
    void knownNamesTheMessagesThatWereFirstAndOnlyOfThatFlow() {
        QueuedMessage message = letters.toSomebody();
        letters.enqueue(List.of(message));
        BlindIndex source = message.sealed().origin().source();

        assertThat(outbox.known("order-shipped", List.of(source, Letters.source())))
                .isEqualTo(Map.of(source, id(message)));
        assertThat(outbox.known("another-flow", List.of(source))).isEmpty();
    }

    @Test
    void sourceTakenByAnotherHubMeanwhileIsRetryableAndLeavesNothing() {
        QueuedMessage first = letters.toSomebody();
        letters.enqueue(List.of(first));
        QueuedMessage other = letters.toSomebody();
        QueuedMessage again = letters.withSource(first.sealed().origin().source());

        assertThatThrownBy(() -> letters.enqueue(List.of(other, again)))
                .isInstanceOf(SourceTakenMeanwhile.class)
                .isInstanceOf(TransientDataAccessException.class);

        assertThat(rows.exists(id(other))).isFalse();
        assertThat(audit.of(id(other))).isEmpty();
    }

    @Test
    void everyWriteNeedsTheCallersTransaction() {
        assertThatThrownBy(() -> outbox.enqueue(List.of(letters.toSomebody())))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void thousandMessagesAreAFewStatements() {
        List<QueuedMessage> messages = letters.toDifferentPeople(1_000);

        statements.reset();
        letters.enqueue(messages);

        assertThat(statements.executed()).isLessThanOrEqualTo(8);
        assertThat(statements.commits()).isEqualTo(1);
    }
}
