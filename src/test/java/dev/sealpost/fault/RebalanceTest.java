package dev.sealpost.fault;

import static dev.sealpost.testing.Installation.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.testing.FreePort;
import dev.sealpost.testing.HubClient;
import dev.sealpost.testing.HubProcess;
import dev.sealpost.testing.Installation;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fault 12: hubs join and leave the consumer group while events come in, and everything is delivered once more. */
@Tag("fault")
@DisplayName("While hubs join and leave")
class RebalanceTest {

    private static final int EVENTS = 300;
    private static final List<String> PEOPLE =
            IntStream.range(0, 60).mapToObj("+35191888%04d"::formatted).toList();

    @Test
    void eachEventIsSentOnceAlsoWhenAllAreReplayed() throws Exception {
        try (Installation shop = Installation.of("rebalance")) {
            int firstPort = FreePort.next();
            int secondPort = FreePort.next();
            HubProcess first = shop.startHub(firstPort);
            HubClient hub = shop.hubAt(firstPort);
            PEOPLE.forEach(person -> hub.grant(person, "order-updates"));

            shop.drop(events(0, EVENTS / 3));
            try (HubProcess second = shop.startHub(secondPort)) {
                shop.drop(events(EVENTS / 3, 2 * EVENTS / 3));
                HubClient other = shop.hubAt(secondPort);
                first.close();
                shop.drop(events(2 * EVENTS / 3, EVENTS));
                shop.drop(events(0, EVENTS));

                IntStream.range(0, EVENTS)
                        .forEach(i -> other.awaitState("order-shipped", "B-" + i, "SENT", "DELIVERED", "READ"));
                Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                                other.audit("kind=message.duplicate"))
                        .hasSizeGreaterThanOrEqualTo(EVENTS));
                assertThat(shop.phone().messages().stream()
                                .map(received -> received.path("callback").asText())
                                .collect(Collectors.toSet()))
                        .hasSize(EVENTS);
                assertThat(shop.phone().messages()).hasSize(EVENTS);
            }
        }
    }

    private static String[] events(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> order("B-" + i, PEOPLE.get(i % PEOPLE.size())))
                .toArray(String[]::new);
    }
}
