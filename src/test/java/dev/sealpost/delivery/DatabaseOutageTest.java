package dev.sealpost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.sandbox.net.LoopbackPort;
import dev.sealpost.sandbox.postgres.PostgresPart;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Fault 5, seen from the dispatcher: PostgreSQL goes away while messages are on their way, and comes back. */
@Tag("fault")
@DirtiesContext
class DatabaseOutageTest extends DeliveryBeans {

    private static final String PASSWORD = "not-a-secret";

    @TempDir
    static Path directory;

    private static PostgresPart postgres;

    @Autowired
    private TestChannel channel;

    @Autowired
    private DispatcherParts parts;

    @Autowired
    private DeliverySettings settings;

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) throws IOException {
        postgres = PostgresPart.start(directory, new LoopbackPort("this test's PostgreSQL", 0), PASSWORD);
        Flyway.configure()
                .dataSource(postgres.jdbcUrl(), postgres.user(), PASSWORD)
                .load()
                .migrate();
        registry.add("spring.datasource.url", postgres::jdbcUrl);
        registry.add("spring.datasource.username", postgres::user);
        registry.add("spring.datasource.password", () -> PASSWORD);
        registry.add("spring.datasource.hikari.connection-timeout", () -> 1_000);
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @Test
    void nothingIsLostAndNothingIsSentTwiceWhenTheDatabaseGoesAwayAndComesBack() throws IOException {
        var answers = new CompletableFuture<Void>();
        channel.answersAsynchronously(message -> answers.thenApplyAsync(any -> TestChannel.accepted(message)));
        List<QueuedMessage> queued = letters.toDifferentPeople(1_500);
        letters.enqueue(queued);
        var dispatcher = new Dispatcher(parts, new DeliveryMetrics(new SimpleMeterRegistry()));
        dispatcher.start();
        int places = settings.inFlight() - settings.urgentPlaces();
        await().until(() -> channel.sent().size() == places);

        int port = postgres.port();
        postgres.close();
        answers.complete(null);
        await().until(() -> dispatcher.trouble().isPresent());
        await().during(Duration.ofSeconds(1)).until(() -> channel.sent().size() == places);
        assertThat(dispatcher.inFlight()).isBetween(places, settings.inFlight());

        postgres = PostgresPart.start(directory, new LoopbackPort("this test's PostgreSQL", port), PASSWORD);
        await().untilAsserted(() ->
                assertThat(rows.count("message WHERE state = 'SENT'")).isEqualTo(1_500));
        await().until(() -> dispatcher.trouble().isEmpty());
        assertThat(channel.sent())
                .containsExactlyInAnyOrderElementsOf(
                        queued.stream().map(DeliveryBeans::id).toList());
        dispatcher.stop();
    }

    private static ConditionFactory await() {
        return Awaitility.await().ignoreExceptions().atMost(Duration.ofSeconds(30));
    }
}
