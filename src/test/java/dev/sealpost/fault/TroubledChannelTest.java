package dev.sealpost.fault;

import static dev.sealpost.testing.Installation.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.testing.HubClient;
import dev.sealpost.testing.HubTest;
import dev.sealpost.testing.Installation;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Faults 7 and 15, in the hub's own process. */
@HubTest
@Tag("fault")
@DisplayName("While the Cloud API is in trouble")
class TroubledChannelTest {

    private static final String FLOW = "order-shipped";
    private static final Installation SHOP = Installation.of("troubled-channel")
            .with("sealpost.whatsapp.connect-timeout", "1s")
            .with("sealpost.whatsapp.request-timeout", "2s")
            .with("sealpost.delivery.first-backoff", "100ms")
            .with("sealpost.delivery.max-backoff", "1s")
            .with("sealpost.delivery.max-attempts", "50")
            .with("sealpost.delivery.in-flight", "40")
            .with("sealpost.delivery.breaker.pause", "1s");

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

    @AfterEach
    void calm() {
        SHOP.phone().clearFaults();
    }

    @Test
    void aWithdrawalBeatsWhatIsQueued() {
        hub.grant("+351912000021", "order-updates");
        SHOP.phone().order("{\"kind\":\"outage\"}");
        SHOP.drop(order("W-1", "+351912000021"));
        hub.awaitState(FLOW, "W-1", "QUEUED", "SENDING");

        hub.withdraw("+351912000021", "order-updates");
        SHOP.phone().clearFaults();

        JsonNode message = hub.awaitState(FLOW, "W-1", "BLOCKED");
        assertThat(message.path("history").findValuesAsText("reason").toString())
                .contains("withdrawn");
        assertThat(SHOP.phone().messagesTo("+351912000021")).isEmpty();
    }

    @Test
    void anOutageDelaysAndLosesNothing() {
        List<String> people = people(30, 100);
        SHOP.phone().order("{\"kind\":\"outage\",\"seconds\":4}");

        SHOP.drop(orders("O-", people));

        IntStream.range(0, 100).forEach(i -> hub.awaitState(FLOW, "O-" + i, "SENT", "DELIVERED", "READ"));
        people.forEach(person -> assertThat(SHOP.phone().messagesTo(person)).hasSize(1));
    }

    @Test
    void answersThatNeverComeAreUncertainWithBoundedThreads() {
        List<String> people = people(200, 120);
        SHOP.phone().order("{\"kind\":\"hang\",\"received\":false}");
        int before = Thread.activeCount();

        SHOP.drop(orders("H-", people));

        hub.awaitState(FLOW, "H-0", "UNCERTAIN");
        assertThat(Thread.activeCount()).isLessThan(before + 60);
        SHOP.phone().clearFaults();
        IntStream.range(0, 120).forEach(i -> hub.awaitState(FLOW, "H-" + i, "UNCERTAIN", "SENT", "DELIVERED", "READ"));
        people.forEach(person -> assertThat(SHOP.phone().messagesTo(person)).hasSizeLessThanOrEqualTo(1));
    }

    @Test
    void aConnectionThatBreaksAfterTheRequestIsResolvedByItsStatus() {
        hub.grant("+351912000022", "order-updates");
        SHOP.phone().order("{\"kind\":\"drop-after\",\"count\":1}");

        SHOP.drop(order("U-1", "+351912000022"));

        JsonNode message = hub.awaitState(FLOW, "U-1", "READ");
        assertThat(SHOP.phone().messagesTo("+351912000022")).hasSize(1);
        assertThat(message.path("history").findValuesAsText("state"))
                .contains("SENDING")
                .last()
                .isEqualTo("READ");
    }

    @Test
    void throttlingIsHonoured() {
        hub.grant("+351912000023", "order-updates");
        SHOP.phone().order("{\"kind\":\"throttle\",\"count\":1,\"retryAfter\":2}");
        long start = System.nanoTime();

        SHOP.drop(order("T-1", "+351912000023"));

        hub.awaitState(FLOW, "T-1", "SENT", "DELIVERED", "READ");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(2));
        Awaitility.await().untilAsserted(() -> assertThat(SHOP.phone().messagesTo("+351912000023"))
                .hasSize(1));
    }

    private List<String> people(int first, int count) {
        List<String> people = IntStream.range(first, first + count)
                .mapToObj("+351912001%03d"::formatted)
                .toList();
        people.forEach(person -> hub.grant(person, "order-updates"));
        return people;
    }

    private static String[] orders(String prefix, List<String> people) {
        return IntStream.range(0, people.size())
                .mapToObj(i -> order(prefix + i, people.get(i)))
                .toArray(String[]::new);
    }
}
