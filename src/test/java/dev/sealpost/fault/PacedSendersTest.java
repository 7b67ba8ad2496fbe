package dev.sealpost.fault;

import static dev.sealpost.testing.Installation.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.testing.HubClient;
import dev.sealpost.testing.HubTest;
import dev.sealpost.testing.Installation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Fault 14, and thousands of messages under all of Meta's limits. */
@HubTest
@Tag("fault")
@DisplayName("Under Meta's limits")
class PacedSendersTest {

    private static final String FLOW = "order-shipped";
    private static final int MESSAGES = Integer.getInteger("test.pacing.messages", 2_000);
    private static final int PEOPLE = 500;
    private static final int OFTEN_WRITTEN_TO = 20;
    private static final Installation SHOP = PacedShop.open();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private MeterRegistry meters;

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
        SHOP.phone().limit(PacedShop.LIMITS);
        beginWithNobodyCounted();
    }

    /** As the sandbox does when its limits are switched. */
    private void beginWithNobodyCounted() {
        database.update("DELETE FROM tier_contact");
        database.update("UPDATE tier_use SET people = 0, promised_until = NULL");
    }

    @AfterEach
    void calm() {
        SHOP.phone().clearFaults();
        SHOP.phone().limit("{}");
    }

    @Test
    void thousandsOfMessagesWithErrorsDuplicatesAndReorderingEachEndOnceAndRight() {
        List.of(
                        "{\"kind\":\"error\",\"code\":131000,\"rate\":0.025}",
                        "{\"kind\":\"error\",\"code\":131026,\"rate\":0.01}",
                        "{\"kind\":\"failed-status\",\"code\":131026,\"rate\":0.01}",
                        "{\"kind\":\"drop-after\",\"rate\":0.005}",
                        "{\"kind\":\"duplicate-statuses\",\"rate\":0.2}",
                        "{\"kind\":\"reorder-statuses\",\"rate\":0.2}")
                .forEach(SHOP.phone()::order);

        SHOP.drop(IntStream.range(0, MESSAGES)
                .mapToObj(i -> order("C-" + i, personOf(i)))
                .toArray(String[]::new));

        await(Duration.ofSeconds(20 + MESSAGES / 100))
                .untilAsserted(
                        () -> assertThat(count("state IN ('READ', 'FAILED')")).isEqualTo(MESSAGES));
        assertThat(SHOP.phone().exceededLimits()).isZero();
        eachWasReceivedOnceOrHasFailed();
        theAuditTellsOfEachOnceHowItEnded();
        assertThat(Set.of("pair-limit", "tier-limit"))
                .as("limits that were reached")
                .allSatisfy(reason -> assertThat(postponed(reason)).isPositive());
    }

    /** Half of the messages go to a few, who get more than their pair's limit. */
    private static String personOf(int message) {
        return person(message % 2 == 0 ? message / 2 % OFTEN_WRITTEN_TO : message / 2 % PEOPLE);
    }

    private void eachWasReceivedOnceOrHasFailed() {
        Map<String, Long> received = SHOP.phone().messages().stream()
                .map(PacedSendersTest::orderOf)
                .filter(order -> order.startsWith("C-"))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(received.values()).allMatch(times -> times == 1);
        List<String> missing = IntStream.range(0, MESSAGES)
                .mapToObj(i -> "C-" + i)
                .filter(order -> !received.containsKey(order))
                .toList();
        assertThat(missing).isNotEmpty().allSatisfy(order -> assertThat(
                        hub.message(FLOW, order).orElseThrow().path("state").asText())
                .isEqualTo("FAILED"));
    }

    private void theAuditTellsOfEachOnceHowItEnded() {
        List<JsonNode> queued = hub.audit("kind=message.queued&flow=" + FLOW);
        assertThat(queued).hasSize(MESSAGES);
        Set<String> ended = messages("message.read");
        Set<String> failed = messages("message.failed");
        assertThat(ended).doesNotContainAnyElementsOf(failed);
        ended.addAll(failed);
        assertThat(ended)
                .isEqualTo(queued.stream()
                        .map(entry -> entry.path("message").asText())
                        .collect(Collectors.toSet()));
    }

    @Test
    void aBurstOfMarketingDoesNotHoldUpACode() {
        List<String> people =
                IntStream.range(0, 100).mapToObj(i -> person(600 + i)).toList();
        people.forEach(person -> hub.grant(person, "offers"));
        SHOP.phone().order("{\"kind\":\"delay\",\"milliseconds\":300}");
        SHOP.dropOn(
                "offers",
                IntStream.range(0, 2_000)
                        .mapToObj(i -> order("M-" + i, people.get(i % people.size())))
                        .toArray(String[]::new));
        await(Duration.ofSeconds(20)).until(() -> count("flow = 'offers' AND state = 'SENDING'") >= 50);

        long start = System.nanoTime();
        SHOP.dropOn("codes", "{\"id\":\"code-1\",\"phone\":\"%s\",\"code\":\"123456\"}".formatted(person(800)));
        await(Duration.ofSeconds(10))
                .until(() -> SHOP.phone().messagesTo(person(800)).size() == 1);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1_500));
        assertThat(count("flow = 'offers' AND state = 'QUEUED'"))
                .as("offers that wait still")
                .isPositive();
        SHOP.phone().clearFaults();
        database.update("UPDATE message SET expires_at = now() WHERE flow = 'offers' AND state = 'QUEUED'");
        await(Duration.ofSeconds(20)).until(() -> count("state IN ('QUEUED', 'SENDING')") == 0);
        assertThat(SHOP.phone().exceededLimits()).isZero();
    }

    @Test
    void oneNumberThatIsThrottledSlowsDownAndTheOtherGoesOn() {
        SHOP.phone()
                .order("{\"kind\":\"throttle\",\"retryAfter\":1,\"seconds\":8,\"phoneNumberId\":\"100000000000002\"}");

        int before = count("true");
        SHOP.drop(IntStream.range(0, 100)
                .mapToObj(i -> order("T-" + i, person(900 + i)))
                .toArray(String[]::new));

        await(Duration.ofSeconds(8))
                .until(() -> count("true") == before + 100
                        && count("sender = 'north' AND state IN ('QUEUED', 'SENDING', 'UNCERTAIN')") == 0);
        assertThat(count("sender = 'south' AND state IN ('QUEUED', 'SENDING')")).isPositive();
        await(Duration.ofSeconds(30)).until(() -> IntStream.range(0, 100)
                .allMatch(i -> SHOP.phone().messagesTo(person(900 + i)).size() == 1));
        assertThat(hub.audit("kind=sender.slowed")).isNotEmpty().allSatisfy(entry -> assertThat(
                        entry.path("evidence").path("sender").asText())
                .isEqualTo("south"));
    }

    @Test
    void whatWaitsForANumberWhoseTokenIsRefusedGoesByTheOther() {
        int bySouth = count("sender = 'south'");
        SHOP.phone().order("{\"kind\":\"error\",\"code\":190,\"phoneNumberId\":\"100000000000002\"}");

        SHOP.drop(IntStream.range(0, 40)
                .mapToObj(i -> order("R-" + i, person(1_100 + i)))
                .toArray(String[]::new));

        await(Duration.ofSeconds(20)).until(() -> IntStream.range(0, 40)
                .allMatch(i -> SHOP.phone().messagesTo(person(1_100 + i)).size() == 1));
        assertThat(hub.audit("kind=pause.begun")).isNotEmpty();
        assertThat(count("sender = 'south'")).isEqualTo(bySouth);
        SHOP.phone().clearFaults();
        hub.call("POST", "/api/pauses/lift", "{\"scope\":\"SENDER\",\"key\":\"south\"}");
    }

    @Test
    void onePersonWhomMetaAsksToLeaveAloneIsWaitedForLongerEachTimeAndNobodyElseIs() {
        String leftAlone = "+351916131056";
        SHOP.drop(order("P-1", leftAlone), order("P-2", leftAlone), order("P-3", person(999)));

        hub.awaitState(FLOW, "P-3", "READ");
        await(Duration.ofSeconds(10)).until(() -> Integer.valueOf(2)
                .equals(database.queryForObject("SELECT max(strikes) FROM person_delay", Integer.class)));
        assertThat(SHOP.phone().refusedTo(leftAlone)).hasSize(2);
        assertThat(database.queryForObject(
                        "SELECT max(until) > now() + interval '10 s' FROM person_delay", Boolean.class))
                .isTrue();
        database.update("UPDATE message SET expires_at = now() WHERE state = 'QUEUED'");
        await(Duration.ofSeconds(10)).until(() -> count("state = 'QUEUED'") == 0);
    }

    private Set<String> messages(String kind) {
        return hub.audit("kind=" + kind + "&flow=" + FLOW).stream()
                .map(entry -> entry.path("message").asText())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private double postponed(String reason) {
        Counter counter =
                meters.find("sealpost.pacing.postponed").tag("reason", reason).counter();
        return counter == null ? 0 : counter.count();
    }

    private int count(String condition) {
        return database.queryForObject("SELECT count(*) FROM message WHERE " + condition, Integer.class);
    }

    private static String person(int number) {
        return "+35191677%04d".formatted(number);
    }

    private static String orderOf(JsonNode received) {
        return received.path("body")
                .path("template")
                .path("components")
                .path(0)
                .path("parameters")
                .path(1)
                .path("text")
                .asText();
    }

    private static ConditionFactory await(Duration atMost) {
        return Awaitility.await()
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(100))
                .pollDelay(Duration.ZERO);
    }
}
