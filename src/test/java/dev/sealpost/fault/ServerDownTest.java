package dev.sealpost.fault;

import static dev.sealpost.testing.Installation.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.testing.FreePort;
import dev.sealpost.testing.HubClient;
import dev.sealpost.testing.HubProcess;
import dev.sealpost.testing.Installation;
import dev.sealpost.testing.OwnKafka;
import dev.sealpost.testing.OwnPostgres;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fault 5, and the same for the broker: one hub in a process of its own, whose servers go away and come back. */
@Tag("fault")
@DisplayName("Under a running hub")
class ServerDownTest {

    private static final int DOWN_SECONDS = Integer.getInteger("test.database.down.seconds", 8);

    private static OwnPostgres postgres;
    private static OwnKafka kafka;
    private static Installation shop;
    private static HubProcess process;
    private static HubClient hub;

    @BeforeAll
    static void start() throws Exception {
        postgres = OwnPostgres.start("server-down");
        kafka = OwnKafka.start("server-down");
        shop = Installation.of("server-down", postgres.database(), kafka)
                .with("spring.datasource.hikari.connection-timeout", "1000");
        int port = FreePort.next();
        process = shop.startHub(port);
        hub = shop.hubAt(port);
    }

    @AfterAll
    static void stop() throws Exception {
        process.kill();
        shop.close();
        kafka.close();
        postgres.close();
    }

    @Test
    void aDatabaseThatGoesAwayMeansThatNothingIsSentNothingIsAcknowledgedAndNothingIsLost() throws Exception {
        String person = "+351912000011";
        hub.grant(person, "order-updates");
        shop.drop(order("D-0", person));
        hub.awaitState("order-shipped", "D-0", "READ");

        postgres.stop();
        shop.drop(orders("D-", 1, 51, person));
        Awaitility.await("the database stays away")
                .pollDelay(Duration.ofSeconds(DOWN_SECONDS))
                .atMost(Duration.ofSeconds(DOWN_SECONDS + 5L))
                .untilAsserted(() -> assertThat(shop.phone().messagesTo(person)).hasSize(1));
        assertThat(process.health()).isEqualTo("DOWN");
        postgres.restart();

        awaitHealth("UP");
        awaitSent("D-", 51);
        assertThat(shop.phone().messagesTo(person)).hasSize(51);
    }

    @Test
    void aBrokerThatGoesAwayLosesNothingDoublesNothingAndShowsInTheHealthUntilItIsBack() throws Exception {
        String person = "+351912000021";
        hub.grant(person, "order-updates");
        shop.drop(orders("B-", 0, 100, person));

        kafka.stop();
        awaitHealth("DOWN");
        kafka.restart();
        shop.drop(orders("B-", 50, 150, person));

        awaitHealth("UP");
        awaitSent("B-", 150);
        assertThat(shop.phone().messagesTo(person)).hasSize(150);
    }

    private static String[] orders(String prefix, int from, int to, String person) {
        Stream<String> orders = IntStream.range(from, to).mapToObj(i -> order(prefix + i, person));
        return orders.toArray(String[]::new);
    }

    private static void awaitSent(String prefix, int count) {
        IntStream.range(0, count)
                .forEach(i -> hub.awaitState("order-shipped", prefix + i, "SENT", "DELIVERED", "READ"));
    }

    private static void awaitHealth(String status) {
        Awaitility.await("health " + status)
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(process.health()).isEqualTo(status));
    }
}
