package dev.sealpost.cli;

import static dev.sealpost.testing.Installation.order;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.delivery.DeadEvent;
import dev.sealpost.delivery.DeadLetters;
import dev.sealpost.delivery.Outbox;
import dev.sealpost.delivery.RefusedMessage;
import dev.sealpost.intake.EventReader;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import dev.sealpost.vault.BlindIndexer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** Events that became dead letters and are tried again from the command line. */
abstract class RetryCommands extends LetterCommands {

    @Autowired
    Outbox outbox;

    @Autowired
    DeadLetters deadLetters;

    @Autowired
    BlindIndexer indexer;

    @Autowired
    TransactionOperations transactions;

    @Test
    void sendsAnEventOnceThatItsFlowCanHandleNowHoweverManyTryAtTheSameTime() throws Exception {
        String phone = "+351912777002";
        hub.grant(phone, "order-updates");
        String letter = deadLetter("D-2", phone);

        List<String> outcomes = retryAtOnce(6, letter);

        assertThat(outcomes).containsOnlyOnce("queued").isSubsetOf("queued", "gone", "not-found");
        hub.awaitState("order-shipped", "D-2", "READ");
        assertThat(shell.run("deadletters", "retry", letter).exitCode()).isEqualTo(1);
        assertThat(INSTALLATION.phone().messagesTo(phone)).hasSize(1);
        await().untilAsserted(() ->
                assertThat(hub.audit("kind=dead-letter.retried").toString()).containsOnlyOnce(letter));
    }

    @Test
    void makesANewLetterOfWhatFailsAgainHoweverManyTryAtTheSameTime() throws Exception {
        INSTALLATION.drop(order("D-4", "+351912777004").replace("\"phone\"", "\"telephone\""));
        String letter = letter("malformed");

        List<String> outcomes = retryAtOnce(6, letter);

        assertThat(outcomes).containsOnlyOnce("dead-letter").isSubsetOf("dead-letter", "gone", "not-found");
        assertThat(letter("malformed")).isNotEqualTo(letter);
    }

    @Test
    void refusesAnEventWhoseConsentWasWithdrawnMeanwhileAndEndsItsLetter() {
        String phone = "+351912777005";
        hub.grant(phone, "order-updates");
        String letter = deadLetter("D-5", phone);
        hub.withdraw(phone, "order-updates");

        Shell.Result retried = shell.run("deadletters", "retry", letter, "--json");

        assertThat(retried.exitCode()).isEqualTo(1);
        assertThat(outcome(retried)).isEqualTo("refused");
        assertThat(retried.out()).contains("\"withdrawn");
        assertThat(shell.run("deadletters", "show", letter).exitCode()).isEqualTo(1);
        hub.awaitState("order-shipped", "D-5", "REFUSED");
        assertThat(INSTALLATION.phone().messagesTo(phone)).isEmpty();
    }

    @Test
    void endsTheLetterOfAnEventThatCameInAgainByItselfMeanwhile() {
        String phone = "+351912777009";
        hub.grant(phone, "order-updates");
        String id = UUID.randomUUID().toString();
        setAside(id, "id-not-readable-then", order("D-9", phone));
        String letter = letterOf(id);
        INSTALLATION.drop(order("D-9", phone));
        JsonNode sent = hub.awaitState("order-shipped", "D-9", "READ");

        Shell.Result retried = shell.run("deadletters", "retry", letter, "--json");

        JsonNode result = retried.json().path("letters").path(0);
        assertThat(result.path("outcome").asText()).isEqualTo("duplicate");
        assertThat(result.toString()).contains(sent.path("id").asText());
        assertThat(shell.run("deadletters", "show", letter).exitCode()).isEqualTo(1);
        assertThat(INSTALLATION.phone().messagesTo(phone)).hasSize(1);
    }

    /** As if a step had failed that has been mended since. @return the letter's id */
    private String deadLetter(String order, String phone) {
        String id = UUID.randomUUID().toString();
        setAside(id, order, order(order, phone));
        return letterOf(id);
    }

    private void setAside(String id, String source, String event) {
        MessageId message = MessageId.of(id);
        Reason reason = Reason.of("no-outcome", "a step failed");
        transactions.executeWithoutResult(status -> {
            outbox.refuse(List.of(new RefusedMessage(
                    message,
                    "order-shipped",
                    indexer.index(EventReader.domain("order-shipped"), source),
                    null,
                    null,
                    reason,
                    Instant.now())));
            deadLetters.store(
                    List.of(new DeadEvent(message, "order-shipped", null, reason, null, event.getBytes(UTF_8))));
        });
    }
}
