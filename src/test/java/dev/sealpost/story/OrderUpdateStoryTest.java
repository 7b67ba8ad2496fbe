package dev.sealpost.story;

import static dev.sealpost.testing.Installation.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.testing.HubClient;
import dev.sealpost.testing.HubTest;
import dev.sealpost.testing.Installation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The shop's story, end to end: real broker, database, WhatsApp sandbox, and the hub as a stock client sees it. */
@HubTest
@DisplayName("A shop that tells its customers where their order is")
class OrderUpdateStoryTest {

    private static final String FLOW = "order-shipped";
    private static final String ANA = "+351912345678";
    private static final Installation SHOP = Installation.of("story");

    @LocalServerPort
    private int port;

    private HubClient hub;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        SHOP.register(registry);
    }

    @AfterAll
    static void close() throws Exception {
        SHOP.close();
    }

    @BeforeEach
    void connect() {
        hub = SHOP.hubAt(port);
    }

    @Test
    void sendsTheUpdateOnceWithNothingUnneededInIt() {
        hub.grant(ANA, "order-updates");

        SHOP.drop(order("A-1001", ANA));

        JsonNode message = hub.awaitState(FLOW, "A-1001", "READ");
        assertThat(texts(message.path("history"), "state"))
                .containsExactly("QUEUED", "SENDING", "SENT", "DELIVERED", "READ");
        assertThat(SHOP.phone().messagesTo(ANA)).singleElement().satisfies(received -> {
            assertThat(received.path("template").asText()).isEqualTo("order_shipped");
            assertThat(received.path("rendered").asText()).contains("Ana", "A-1001", "https://track.example/A-1001");
            assertThat(received.toString())
                    .doesNotContain("Souza", "ana@example.org", "1990-02-03", "DHL", "S1", "59.9");
        });
    }

    @Test
    void provesEachMessageByTheChainOfItsAuditEntries() {
        hub.grant("+351912345601", "order-updates");

        SHOP.drop(order("A-2001", "+351912345601"));

        JsonNode message = hub.awaitState(FLOW, "A-2001", "READ");
        List<JsonNode> entries = Awaitility.await()
                .until(() -> hub.audit("message=" + message.path("id").asText()), all -> texts(all, "kind")
                        .contains("message.read"));
        assertThat(texts(entries, "kind"))
                .containsSubsequence(
                        "message.received",
                        "message.queued",
                        "message.sending",
                        "message.sent",
                        "message.delivered",
                        "message.read")
                .contains("exchange");
        assertThat(entries.toString()).contains("consent:").doesNotContain("912345601", "Ana", "A-2001");
        assertThat(message.path("evidence")).isNotEmpty();
    }

    @Test
    void sendsNothingWithoutConsentAndSaysWhy() {
        SHOP.drop(order("A-3001", "+351912345602"));

        JsonNode message = hub.awaitState(FLOW, "A-3001", "REFUSED");
        assertThat(message.path("history").path(0).path("reason").asText()).startsWith("no-consent");
        Awaitility.await().untilAsserted(() -> assertThat(hub.audit("kind=message.refused"))
                .anySatisfy(entry -> {
                    assertThat(entry.path("message").asText())
                            .isEqualTo(message.path("id").asText());
                    assertThat(entry.path("reason").asText()).startsWith("no-consent");
                }));
        assertThat(SHOP.phone().messagesTo("+351912345602")).isEmpty();
    }

    @Test
    void stopsAfterWithdrawal() {
        hub.grant("+351912345603", "order-updates");
        hub.withdraw("+351912345603", "order-updates");

        SHOP.drop(order("A-4001", "+351912345603"));

        JsonNode message = hub.awaitState(FLOW, "A-4001", "REFUSED");
        assertThat(message.path("history").path(0).path("reason").asText()).startsWith("withdrawn");
        assertThat(SHOP.phone().messagesTo("+351912345603")).isEmpty();
    }

    @Test
    void makesOneMessageOfTheSameEventAThousandTimes() {
        hub.grant("+351912345604", "order-updates");
        String[] events =
                new ArrayList<>(Collections.nCopies(1_000, order("A-5001", "+351912345604"))).toArray(String[]::new);

        SHOP.drop(events);

        JsonNode message = hub.awaitState(FLOW, "A-5001", "READ");
        String duplicates =
                "kind=message.duplicate&message=" + message.path("id").asText();
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(hub.audit(duplicates))
                .hasSize(999));
        assertThat(SHOP.phone().messagesTo("+351912345604")).hasSize(1);
    }

    @Test
    void keepsWhatThePersonSaidWhenTheChannelRefusesForGood() {
        String undeliverable = "+351912131026";
        hub.grant(undeliverable, "order-updates");

        SHOP.drop(order("A-6001", undeliverable));

        JsonNode message = hub.awaitState(FLOW, "A-6001", "FAILED");
        assertThat(texts(message.path("history"), "reason").toString()).contains("131026");
        assertThat(SHOP.phone().messagesTo(undeliverable)).isEmpty();
    }

    private static List<String> texts(Iterable<JsonNode> nodes, String field) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(node -> texts.add(node.path(field).asText()));
        return texts;
    }
}
