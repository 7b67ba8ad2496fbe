package dev.sealpost.fault;

import static dev.sealpost.testing.Installation.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.testing.FreePort;
import dev.sealpost.testing.HubClient;
import dev.sealpost.testing.HubProcess;
import dev.sealpost.testing.Installation;
import dev.sealpost.testing.OwnPostgres;
import java.time.Duration;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fault 5. */
@Tag("fault")
@DisplayName("While the database is down")
class DatabaseDownTest {

    private static final int DOWN_SECONDS = Integer.getInteger("sealpost.test.database.down.seconds", 8);
    private static final String PERSON = "+351912000011";

    @Test
    void nothingIsSentNothingIsAcknowledgedAndNothingIsLost() throws Exception {
        try (OwnPostgres postgres = OwnPostgres.start("database-down");
                Installation shop = Installation.of("database-down", postgres.database())) {
            int port = FreePort.next();
            try (HubProcess process = shop.startHub(port)) {
                HubClient hub = shop.hubAt(port);
                hub.grant(PERSON, "order-updates");
                shop.drop(order("D-0", PERSON));
                hub.awaitState("order-shipped", "D-0", "READ");

                postgres.stop();
                shop.drop(IntStream.rangeClosed(1, 50)
                        .mapToObj(i -> order("D-" + i, PERSON))
                        .toArray(String[]::new));
                Awaitility.await("the database stays away")
                        .pollDelay(Duration.ofSeconds(DOWN_SECONDS))
                        .atMost(Duration.ofSeconds(DOWN_SECONDS + 5L))
                        .untilAsserted(() ->
                                assertThat(shop.phone().messagesTo(PERSON)).hasSize(1));
                assertThat(process.health()).isEqualTo("DOWN");
                postgres.restart();

                IntStream.rangeClosed(1, 50)
                        .forEach(i -> hub.awaitState("order-shipped", "D-" + i, "SENT", "DELIVERED", "READ"));
                assertThat(shop.phone().messagesTo(PERSON)).hasSize(51);
                Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(process.health())
                        .isEqualTo("UP"));
            }
        }
    }
}
