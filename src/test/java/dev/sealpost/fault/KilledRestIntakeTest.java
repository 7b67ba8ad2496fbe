package dev.sealpost.fault;

import static dev.sealpost.testing.Installation.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.testing.FreePort;
import dev.sealpost.testing.HubClient;
import dev.sealpost.testing.HubProcess;
import dev.sealpost.testing.Installation;
import dev.sealpost.testing.RestCaller;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** {@code kill -9} in the middle of a batch that is posted. */
@Tag("fault")
@DisplayName("A batch whose hub is killed")
class KilledRestIntakeTest {

    private static final int EVENTS = 3_000;
    private static final String FLOW = "order-shipped";
    private static final String PERSON = "+351915561001";

    private final Installation shop = Installation.of("killed-rest");
    private final int port = FreePort.next();
    private final JdbcTemplate database = new JdbcTemplate(new DriverManagerDataSource(
            shop.settings().get("spring.datasource.url"),
            shop.settings().get("spring.datasource.username"),
            shop.settings().get("spring.datasource.password")));
    private HubProcess process = shop.startHub(port);
    private final HubClient hub = shop.hubAt(port);

    @AfterEach
    void stop() throws Exception {
        process.kill();
        shop.close();
    }

    @Test
    void isSentAgainUnderItsKeyAndNothingIsLostOrDoubled() {
        hub.grant(PERSON, "order-updates");
        RestCaller rest = new RestCaller(hub.uri(), hub.key());
        String key = "\"" + UUID.randomUUID() + "\"";
        String body =
                IntStream.range(0, EVENTS).mapToObj(KilledRestIntakeTest::line).collect(Collectors.joining("\n"));
        CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> rest.postLines(body, key));
        Awaitility.await("a part of it is committed")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> messages() > 0);

        process.kill();
        int committed = messages();
        process = shop.startHub(port);
        HttpResponse<String> again = rest.postLines(body, key);

        assertThat(committed).isPositive().isLessThan(EVENTS);
        assertThat(first).failsWithin(Duration.ofSeconds(30));
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body().lines()).hasSize(EVENTS).noneMatch(line -> line.contains("problem"));
        assertThat(again.body()).doesNotContain("duplicate");
        assertThat(messages()).isEqualTo(EVENTS);
        assertThat(database.queryForObject("SELECT count(*) FROM dead_letter", Integer.class))
                .isEqualTo(EVENTS / 100);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(shop.phone().messagesTo(PERSON)).hasSize(EVENTS / 1_000));
    }

    /** Most are for people who never agreed; one in a thousand is sent, one in a hundred has no id that could tell it twice. */
    private static String line(int i) {
        String event = i % 100 == 50
                ? "{\"noId\":%d}".formatted(i)
                : order("K-" + i, i % 1_000 == 0 ? PERSON : "+351915562%03d".formatted(i % 1_000));
        return "{\"flow\":\"" + FLOW + "\",\"event\":" + event + "}";
    }

    private int messages() {
        return database.queryForObject("SELECT count(*) FROM message WHERE flow = ?", Integer.class, FLOW);
    }
}
