package dev.sealpost.cli;

import static dev.sealpost.testing.Installation.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages that could not be delivered and are tried again from the command line. */
abstract class RetryMessageCommands extends LetterCommands {

    @Test
    void sendsAMessageOnceThatHadFailed() throws Exception {
        String phone = "+351912777007";
        String letter = failedDelivery("D-7", phone);

        List<String> outcomes = retryAtOnce(6, letter);

        assertThat(outcomes).containsOnlyOnce("queued").isSubsetOf("queued", "gone", "not-found");
        hub.awaitState("order-shipped", "D-7", "READ");
        assertThat(INSTALLATION.phone().messagesTo(phone)).hasSize(1);
    }

    @Test
    void doesNotSendAFailedMessageWhoseConsentWasWithdrawnMeanwhile() {
        String phone = "+351912777008";
        String letter = failedDelivery("D-8", phone);
        hub.withdraw(phone, "order-updates");

        shell.run("deadletters", "retry", letter).succeeded();

        hub.awaitState("order-shipped", "D-8", "BLOCKED");
        assertThat(INSTALLATION.phone().messagesTo(phone)).isEmpty();
    }

    /** @return the letter's id */
    private String failedDelivery(String order, String phone) {
        hub.grant(phone, "order-updates");
        INSTALLATION.phone().order("{\"kind\":\"error\",\"code\":131026,\"count\":1}");
        INSTALLATION.drop(order(order, phone));
        JsonNode failed = hub.awaitState("order-shipped", order, "FAILED");
        return letterOf(failed.path("id").asText());
    }
}
