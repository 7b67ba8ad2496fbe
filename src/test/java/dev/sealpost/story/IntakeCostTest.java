package dev.sealpost.story;

import static dev.sealpost.testing.Installation.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.testing.HubClient;
import dev.sealpost.testing.HubTest;
import dev.sealpost.testing.Installation;
import dev.sealpost.testing.Statements;
import java.time.Duration;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a batch costs the database on the way in, counted at the driver on the consumer's thread. */
@HubTest
@DisplayName("A batch of events costs")
class IntakeCostTest {

    private static final String FLOW = "order-shipped";
    private static final Installation SHOP = Installation.of("intake-cost");

    @LocalServerPort
    private int port;

    @Autowired
    private CamelContext camel;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private Statements statements;

    @TestConfiguration(proxyBeanMethods = false)
    static class Counting {

        @Bean
        static Statements statements() {
            return new Statements("KafkaConsumer");
        }
    }

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        SHOP.register(registry);
    }

    @AfterAll
    static void close() throws Exception {
        SHOP.close();
    }

    @Test
    void twoCommitsAndNoStatementForEachMessage() throws Exception {
        HubClient hub = SHOP.hubAt(port);
        IntStream.range(0, 101).forEach(i -> hub.grant(person(i), "order-updates"));

        Cost one = costOf(hub, 100, 101);
        Cost hundred = costOf(hub, 0, 100);

        assertThat(hundred.batches()).isLessThanOrEqualTo(3);
        assertThat(hundred.commits()).isEqualTo(2 * hundred.batches());
        assertThat(hundred.statements()).isLessThanOrEqualTo((one.statements() + 2) * hundred.batches());
    }

    @Test
    void itsStatementsArePlannedForTheTablesAsTheyAre() {
        assertThat(database.queryForObject("SHOW plan_cache_mode", String.class))
                .isEqualTo("force_custom_plan");
    }

    /** The events wait on the topic before the flow starts, so that they come as one batch. */
    private Cost costOf(HubClient hub, int from, int to) throws Exception {
        camel.getRouteController().stopRoute(source());
        SHOP.drop(IntStream.range(from, to)
                .mapToObj(i -> order("C-" + i, person(i)))
                .toArray(String[]::new));
        int batchesBefore = batches();
        statements.reset();
        camel.getRouteController().startRoute(source());
        IntStream.range(from, to).forEach(i -> hub.awaitState(FLOW, "C-" + i, "SENT", "DELIVERED", "READ"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> database.queryForObject("SELECT count(*) FROM audit_pending", Integer.class) == 0);
        return new Cost(batches() - batchesBefore, statements.commits(), statements.executed());
    }

    private int batches() {
        return database.queryForObject(
                "SELECT count(*) FROM audit_entry WHERE kind = 'exchange' AND flow LIKE 'kafka-intake%'",
                Integer.class);
    }

    private String source() {
        return camel.getRoutes().stream()
                .map(route -> route.getRouteId())
                .filter(id -> id.startsWith("kafka-intake"))
                .findFirst()
                .orElseThrow();
    }

    private static String person(int i) {
        return "+35191666%04d".formatted(i);
    }

    private record Cost(int batches, int commits, int statements) {}
}
