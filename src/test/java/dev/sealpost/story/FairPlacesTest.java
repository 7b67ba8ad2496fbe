package dev.sealpost.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sealpost.testing.HubClient;
import dev.sealpost.testing.HubTest;
import dev.sealpost.testing.Installation;
import dev.sealpost.testing.RestCaller;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Batches and exports of a whole hub, over HTTP, with callers that let it wait. */
@HubTest
@DisplayName("A caller that is slow")
class FairPlacesTest {
    private static final String MESSAGES = "/api/messages";
    private static final String LINES = "application/x-ndjson";
    private static final Installation SHOP = Installation.of("fair-places")
            .with("sealpost.rest.batches-at-once", "2")
            .with("sealpost.callers.patience", "3s")
            .with("server.tomcat.connection-timeout", "3s")
            .with("server.tomcat.keep-alive-timeout", "60s");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate database;

    private HubClient hub;
    private RestCaller slow;
    private RestCaller other;

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
        slow = new RestCaller(hub.uri(), key());
        other = new RestCaller(hub.uri(), key());
    }

    @Test
    void holdsOnlyItsShareOfTheBatchesAndLosesItWhenItTrickles() throws IOException {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try (Socket trickle = await().until(this::trickleThatHasAPlace, Objects::nonNull)) {
            clock.scheduleWithFixedDelay(() -> write(trickle), 100, 100, TimeUnit.MILLISECONDS);

            HttpResponse<String> refused = slow.postLines("x");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).contains("urn:sealpost:problem:too-many-batches");
            assertThat(refused.headers().firstValue("Retry-After")).contains("2");
            assertThat(other.postLines("x").statusCode()).isEqualTo(202);

            assertThat(firstLine(trickle)).startsWith("HTTP/1.1 408");
            await().untilAsserted(
                            () -> assertThat(slow.postLines("x").statusCode()).isEqualTo(202));
        } finally {
            clock.shutdownNow();
        }
    }

    @Test
    void holdsOnlyItsShareOfTheExportsAndLosesItWhenItDoesNotRead() throws IOException {
        fillTheAudit();
        try (Socket one = slow.begin("/api/audit/export", "application/json", "{}", 2);
                Socket two = slow.begin("/api/audit/export", "application/json", "{}", 2)) {
            await().untilAsserted(() -> assertThat(outcomes("begun")).isEqualTo(2));

            HttpResponse<String> refused = export(slow, "{}");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(refused.headers().firstValue("Retry-After")).contains("5");
            assertThat(export(other, "{\"kind\":\"access.denied\"}").body()).contains("\"signature\"");

            await().untilAsserted(() -> assertThat(outcomes("broken-off")).isEqualTo(2));
            assertThat(export(slow, "{\"kind\":\"access.denied\"}").statusCode())
                    .isEqualTo(200);
        }
    }

    private static HttpResponse<String> export(RestCaller caller, String filters) {
        return new HubClient(caller.hub(), caller.key()).call("POST", "/api/audit/export", filters);
    }

    private long outcomes(String outcome) {
        return hub.audit("kind=audit.exported").stream()
                .filter(entry -> entry.path("actor").asText().equals("key:" + idOf(slow.key())))
                .filter(entry -> entry.path("outcome").asText().equals(outcome))
                .count();
    }

    /** More than what fits into the buffers between the hub and a reader: 40 MB. */
    private void fillTheAudit() {
        database.update(
                """
                INSERT INTO audit_pending (id, time, kind, actor, flow, message, subject, run, outcome, json)
                SELECT nextval('audit_pending_seq'), ARRAY[(extract(epoch FROM now()) * 1000000)::bigint], '{exchange}', '{hub}',
                       '{NULL}', '{NULL}', '{NULL}', '{1}', '{NULL}', ARRAY['{"filling":"' || repeat('x', 4000) || '"}']
                FROM generate_series(1, 10000)""");
        await().until(() -> database.queryForObject("SELECT next_index FROM audit_head", Long.class) > 10_000);
    }

    /** @return null if another batch of this test had the place when this one came */
    private Socket trickleThatHasAPlace() throws IOException {
        Socket trickle = slow.begin(MESSAGES, LINES, "x", 1_000_000);
        if (slow.postLines("x").statusCode() == 429) {
            return trickle;
        }
        trickle.close();
        return null;
    }

    private static void write(Socket trickle) {
        try {
            trickle.getOutputStream().write('x');
        } catch (IOException closed) {
            throw new IllegalStateException("The hub has given up", closed); // ends the schedule
        }
    }

    private static String firstLine(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes("HTTP/1.1 408".length()), StandardCharsets.US_ASCII);
    }

    private String key() {
        String key = "sp_" + UUID.randomUUID();
        database.update(
                "INSERT INTO api_key (id, name, hash, scopes, created_at) VALUES "
                        + "(gen_random_uuid(), ?, sha256(?::bytea), '{messages:write,audit:read}', now())",
                key,
                key);
        return key;
    }

    private String idOf(String key) {
        return database.queryForObject("SELECT id::text FROM api_key WHERE name = ?", String.class, key);
    }
}
