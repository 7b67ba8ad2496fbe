package dev.sealpost.fault;

import static dev.sealpost.testing.Installation.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.pause.Pauses;
import dev.sealpost.testing.HubClient;
import dev.sealpost.testing.HubTest;
import dev.sealpost.testing.Installation;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Every row of the contract's error table, once as an answer and once by webhook. One message a code goes out, all in one claim, so that
 * no row's pause keeps another row from being sent.
 */
@HubTest
@Tag("fault")
@DisplayName("When the Cloud API says the error code")
class ErrorCodesTest {

    private static final String FLOW = "order-shipped";
    private static final Installation SHOP = RefusedShop.open();
    private static final int TRIES = 3;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private Pauses pauses;

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

    @AfterEach
    void goOn() {
        SHOP.phone().clearFaults();
        database.update("UPDATE message SET expires_at = now() WHERE state = 'QUEUED'");
        await().until(() -> count("message WHERE state IN ('QUEUED', 'SENDING')") == 0);
        pauses.recent().all().forEach(pause -> pauses.lift(pause.scope(), pause.key(), Set.of(), "key:test"));
        await().until(() -> count("pause WHERE released_at IS NULL") == 0);
    }

    @TestFactory
    Stream<DynamicTest> inItsAnswer() {
        send("A", 1);
        Map<String, JsonNode> entries = entriesOfRefusals("A");
        return rows().map(row -> DynamicTest.dynamicTest(row.toString(), () -> {
            assertReaction(row, "A", entries);
            assertThat(SHOP.phone().messagesTo(row.phone(1))).isEmpty();
            assertThat(SHOP.phone().refusedTo(row.phone(1))).hasSize(tries(row, "A", entries));
        }));
    }

    @TestFactory
    Stream<DynamicTest> byWebhook() {
        SHOP.phone().order("{\"kind\":\"webhook-error\"}");
        send("W", 2);
        Map<String, JsonNode> entries = entriesOfRefusals("W");
        return rows().map(row -> DynamicTest.dynamicTest(row.toString(), () -> {
            assertReaction(row, "W", entries);
            assertThat(entries.get(row.order("W")).path("actor").asText()).isEqualTo("whatsapp");
            assertThat(SHOP.phone().messagesTo(row.phone(2))).hasSize(tries(row, "W", entries));
        }));
    }

    /** What was refused, the state it led to, what is paused for it, and whether a dead letter is left. */
    private void assertReaction(ErrorRow row, String run, Map<String, JsonNode> entries) {
        JsonNode entry = entries.get(row.order(run));
        assertThat(entry.path("kind").asText()).isEqualTo(row.isFinal() ? "message.failed" : "message.retry");
        assertThat(entry.path("evidence").path("errorCode").asText()).isEqualTo(Integer.toString(row.code()));
        assertThat(entry.path("reason").asText()).startsWith(row.word());
        assertThat(count("message WHERE state = '%s' AND id = '%s'"
                        .formatted(
                                row.isFinal() ? "FAILED" : "QUEUED",
                                entry.path("message").asText())))
                .isEqualTo(1);
        assertThat(count("dead_letter WHERE message = '%s'"
                        .formatted(entry.path("message").asText())))
                .isEqualTo(row.isFinal() ? 1 : 0);
        if (row.scope() != null) {
            assertThat(begun()).contains(row.scope() + " " + row.word());
        }
        assertThat(meters.get("sealpost.delivery.refusals")
                        .tag("code", Integer.toString(row.code()))
                        .counter()
                        .count())
                .isPositive();
    }

    private Set<String> begun() {
        return hub.audit("kind=pause.begun").stream()
                .map(entry -> entry.path("evidence").path("scope").asText() + " "
                        + entry.path("reason").asText().split(":")[0])
                .collect(Collectors.toSet());
    }

    /** Held back until all are there, then let go in one claim. */
    private void send(String run, int people) {
        hold();
        SHOP.drop(rows().map(row -> order(row.order(run), row.phone(people))).toArray(String[]::new));
        await().until(() -> count("message WHERE state = 'QUEUED' AND attempts = 0") == rows().count());
        letGo();
    }

    private void hold() {
        assertThat(hub.call("POST", "/api/pauses", "{\"scope\":\"SENDER\",\"key\":\"shop\",\"reason\":\"test\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    private void letGo() {
        assertThat(hub.call("POST", "/api/pauses/lift", "{\"scope\":\"SENDER\",\"key\":\"shop\"}")
                        .body())
                .contains("key:");
    }

    /** The first entry of each message that says what its refusal led to, by order. */
    private Map<String, JsonNode> entriesOfRefusals(String run) {
        Map<String, String> orders = rows().map(row -> row.order(run))
                .collect(Collectors.toMap(
                        order -> hub.message(FLOW, order)
                                .orElseThrow()
                                .path("id")
                                .asText(),
                        order -> order));
        Map<String, JsonNode> found = new HashMap<>();
        await().until(() -> {
            Stream.of("message.retry", "message.failed")
                    .flatMap(kind -> hub.audit("kind=" + kind + "&flow=" + FLOW).stream())
                    .filter(entry -> orders.containsKey(entry.path("message").asText()))
                    .forEach(entry ->
                            found.putIfAbsent(orders.get(entry.path("message").asText()), entry));
            return found.size() == orders.size();
        });
        hold();
        await().until(() -> count("message WHERE state = 'SENDING'") == 0);
        return found;
    }

    /** One, but for what was tried again before another row's pause began. */
    private int tries(ErrorRow row, String run, Map<String, JsonNode> entries) {
        String id = entries.get(row.order(run)).path("message").asText();
        int tries =
                database.queryForObject("SELECT attempts FROM message WHERE id = '%s'".formatted(id), Integer.class);
        assertThat(tries).isBetween(1, row.isFinal() ? 1 : TRIES);
        return tries;
    }

    private static Stream<ErrorRow> rows() {
        return ErrorRow.ALL.stream();
    }

    @Test
    void stopOfMarketingItWithdrawsTheConsentToMarketingOnly() {
        hub.grant("+351914131050", "offers");
        SHOP.drop(order("S-1", "+351914131050"));
        hub.awaitState(FLOW, "S-1", "FAILED");

        String subject = hub.audit("kind=message.failed&flow=" + FLOW).stream()
                .filter(entry -> entry.path("reason").asText().startsWith("marketing-stopped"))
                .map(entry -> entry.path("subject").asText())
                .reduce((first, last) -> last)
                .orElseThrow();
        await().untilAsserted(() -> assertThat(hub.audit("kind=consent.withdrawn"))
                .filteredOn(entry -> entry.path("subject").asText().equals(subject))
                .extracting(entry -> entry.path("purpose").asText())
                .containsExactly("offers"));
    }

    @Test
    void tokenRefusedThePauseEndsWithTheProbeThatFindsItGoodAndTheMessageIsSentOnce() {
        SHOP.phone().order("{\"kind\":\"error\",\"code\":190,\"count\":1}");

        SHOP.drop(order("P-1", "+351915123401"));

        hub.awaitState(FLOW, "P-1", "READ");
        assertThat(SHOP.phone().messagesTo("+351915123401")).hasSize(1);
        assertThat(count("pause WHERE reason = 'token-refused' AND lifted_by = 'probe'"))
                .isPositive();
        await().until(() -> hub.audit("kind=pause.lifted").stream()
                .anyMatch(entry -> entry.path("actor").asText().equals("probe")));
    }

    @Test
    void templatePausedItWaitsForMetaToResumeItWhileOtherTemplatesGoOn() {
        SHOP.phone().order("{\"kind\":\"error\",\"code\":132015,\"count\":1}");

        SHOP.drop(order("P-2", "+351915123402"));

        hub.awaitState(FLOW, "P-2", "READ");
        assertThat(SHOP.phone().messagesTo("+351915123402")).hasSize(1);
        assertThat(count("pause WHERE reason = 'template-paused' AND lifted_by = 'probe'"))
                .isPositive();
    }

    @Test
    void thatIsRetriedForTheMessagesSakeItIsFinalAfterItsAttemptsAndAnOutageCostsNone() {
        SHOP.phone().order("{\"kind\":\"error\",\"code\":131016,\"count\":%d}".formatted(TRIES + 1));
        SHOP.drop(order("O-1", "+351915123403"));
        hub.awaitState(FLOW, "O-1", "READ");

        SHOP.drop(order("R-1", "+351915131052"));

        hub.awaitState(FLOW, "R-1", "FAILED");
        assertThat(SHOP.phone().refusedTo("+351915131052")).hasSize(TRIES);
    }

    private int count(String fromAndWhere) {
        return database.queryForObject("SELECT count(*) FROM " + fromAndWhere, Integer.class);
    }

    private static ConditionFactory await() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .pollDelay(Duration.ZERO);
    }
}
