package dev.sealpost.fault;

import static dev.sealpost.testing.Installation.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Faults 1, 2 and 12: the hub's process is killed with {@code kill -9}, beside servers that live on. */
@Tag("fault")
@DisplayName("A hub that is killed")
class KilledHubTest extends KillableHub {

    private static final int EVENTS = Integer.getInteger("test.kill.events", 600);
    private static final int KILLS = Integer.getInteger("test.kill.kills", 2);
    private static final int PEOPLE = 150;

    @AfterAll
    static void end() throws Exception {
        close();
    }

    @Test
    void beforeThePostSendsExactlyOnceAfterItsRestart() {
        hub.grant("+351915551001", "order-updates");
        SHOP.phone().order("{\"kind\":\"throttle\",\"retryAfter\":6}");
        SHOP.drop(order("K-1", "+351915551001"));
        Awaitility.await("it waits for its second attempt").ignoreExceptions().until(() -> statesOf("K-1")
                .equals(List.of("QUEUED", "SENDING", "QUEUED")));

        kill();
        SHOP.phone().clearFaults();
        restart();

        hub.awaitState(FLOW, "K-1", "READ");
        assertThat(SHOP.phone().messagesTo("+351915551001")).hasSize(1);
    }

    @Test
    void afterThePostAndBeforeItsOutcomeIsCommittedNeverResendsBlindly() {
        hub.grant("+351915551002", "order-updates");
        SHOP.phone().order("{\"kind\":\"hold-statuses\"}");
        SHOP.phone().order("{\"kind\":\"hang\",\"received\":true}");
        SHOP.drop(order("K-2", "+351915551002"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> SHOP.phone().messagesTo("+351915551002").size() == 1);

        kill();
        restart();

        hub.awaitState(FLOW, "K-2", "UNCERTAIN");
        assertThat(SHOP.phone().messagesTo("+351915551002")).hasSize(1);
        SHOP.phone().clearFaults();
        JsonNode message = hub.awaitState(FLOW, "K-2", "READ");
        assertThat(message.path("history").findValuesAsText("state")).contains("UNCERTAIN");
        assertThat(SHOP.phone().messagesTo("+351915551002")).hasSize(1);
    }

    @Test
    void atRandomMomentsLosesNothingAndDoublesNothing() {
        List<String> people =
                IntStream.range(0, PEOPLE).mapToObj("+35191555%04d"::formatted).toList();
        people.forEach(person -> hub.grant(person, "order-updates"));
        SHOP.drop(IntStream.range(0, EVENTS)
                .mapToObj(i -> order("R-" + i, people.get(i % PEOPLE)))
                .toArray(String[]::new));

        Random random = new Random(20261124);
        for (int kill = 0; kill < KILLS; kill++) {
            int until = received().size() + random.nextInt(EVENTS / (2 * KILLS)) + 1;
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> received().size() >= until);
            kill();
            restart();
        }

        Awaitility.await("all are sent or uncertain")
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(this::eachWasReceivedOnceOrIsUncertain);
    }

    private void eachWasReceivedOnceOrIsUncertain() {
        Map<String, Long> received =
                received().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(received.values()).allMatch(count -> count == 1);
        Set<String> missing = IntStream.range(0, EVENTS)
                .mapToObj(i -> "R-" + i)
                .filter(id -> !received.containsKey(id))
                .collect(Collectors.toSet());
        assertThat(missing).allSatisfy(id -> assertThat(hub.message(FLOW, id)
                        .orElseThrow(() -> new AssertionError(id + " is lost"))
                        .path("state")
                        .asText())
                .isEqualTo("UNCERTAIN"));
    }

    /** The orders that people were told of. */
    private static List<String> received() {
        return SHOP.phone().messages().stream()
                .map(KilledHubTest::orderOf)
                .filter(order -> order.startsWith("R-"))
                .toList();
    }

    private List<String> statesOf(String orderId) {
        return hub.message(FLOW, orderId).orElseThrow().path("history").findValuesAsText("state");
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

    @Nested
    @DisplayName("in the middle of a batch that is posted")
    class WithABatch extends KilledRestIntake {}

    @Nested
    @DisplayName("while it polls a CRM")
    class WhilePolling extends KilledWhilePolling {}
}
