package dev.sealpost.fault;

import static dev.sealpost.testing.Installation.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.testing.FreePort;
import dev.sealpost.testing.HubClient;
import dev.sealpost.testing.HubProcess;
import dev.sealpost.testing.Installation;
import dev.sealpost.testing.OwnKafka;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fault")
@DisplayName("A broker that goes away under a running hub")
class BrokerDownTest {

    private static final String PERSON = "+351912000021";

    @Test
    void losesNothingDoublesNothingAndShowsInTheHealthUntilItIsBack() throws Exception {
        try (OwnKafka kafka = OwnKafka.start("broker-down");
                Installation shop = Installation.of("broker-down", kafka)) {
            int port = FreePort.next();
            try (HubProcess process = shop.startHub(port)) {
                HubClient hub = shop.hubAt(port);
                hub.grant(PERSON, "order-updates");
                shop.drop(orders(0, 100));

                kafka.stop();
                awaitHealth(process, "DOWN");
                kafka.restart();
                shop.drop(orders(50, 150));

                awaitHealth(process, "UP");
                IntStream.range(0, 150)
                        .forEach(i -> hub.awaitState("order-shipped", "B-" + i, "SENT", "DELIVERED", "READ"));
                assertThat(shop.phone().messagesTo(PERSON)).hasSize(150);
            }
        }
    }

    private static String[] orders(int from, int to) {
        Stream<String> orders = IntStream.range(from, to).mapToObj(i -> order("B-" + i, PERSON));
        return orders.toArray(String[]::new);
    }

    private static void awaitHealth(HubProcess process, String status) {
        Awaitility.await("health " + status)
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(process.health()).isEqualTo(status));
    }
}
