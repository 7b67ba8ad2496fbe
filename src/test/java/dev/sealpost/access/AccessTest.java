package dev.sealpost.access;

import static dev.sealpost.access.HubPorts.problem;
import static dev.sealpost.access.HubPorts.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditLog;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.testing.Database;
import dev.sealpost.testing.Parts;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Two real ports, a real database; controllers stand in for those of other packages. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "camel.main.routes-include-pattern=false",
            "sealpost.whatsapp.phone-number-id=1",
            "sealpost.whatsapp.token=none",
            "sealpost.access.bootstrap-key=" + AccessTest.BOOTSTRAP_KEY,
            "sealpost.access.admin.password=correct-horse-battery",
            "sealpost.access.key-cache=0s",
            "sealpost.access.max-body=1KB",
            "sealpost.access.failures-per-minute=1000"
        })
class AccessTest {
    static final String BOOTSTRAP_KEY = "sp_0123456789012345678901234567890123456789012";
    private static final String CANARY = "+351912345678";
    private static final AtomicInteger KEYS = new AtomicInteger();

    @LocalServerPort
    int apiPort;

    @LocalManagementPort
    int managementPort;

    @Autowired
    ApiKeyStore store;

    @Autowired
    BootstrapKey bootstrap;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AuditEntries audit;

    @Autowired
    DeniedAccess denied;

    HubPorts hub;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        Database database = Parts.database();
        database.register(registry);
    }

    @BeforeEach
    void ports() {
        hub = new HubPorts(apiPort, managementPort);
    }

    @Nested
    class AnOperationOfTheApi {
        @ParameterizedTest(name = "{0} {1} takes {2}")
        @CsvSource({
            "POST, /api/messages               , messages:write",
            "GET , /api/messages/1             , messages:read",
            "POST, /api/messages/search        , messages:read",
            "PUT , /api/consents               , consents:write",
            "POST, /api/consents/withdraw      , consents:write",
            "POST, /api/consents/search        , consents:read",
            "POST, /api/subjects/erase         , subjects:admin",
            "GET , /api/audit/entries          , audit:read",
            "GET , /api/audit/entries/1/proof  , audit:read",
            "POST, /api/audit/search           , audit:read",
            "GET , /audit/log/checkpoint       , audit:read",
            "GET , /audit/log/tile/0/000       , audit:read",
            "POST, /api/keys                   , keys:admin",
            "GET , /api/keys                   , keys:admin",
            "DELETE, /api/keys/019ab8d2-1f6c-7c3a-8e57-4d1b0b7f2a10, keys:admin",
            "GET , /api/vendors                , vendors:admin",
            "POST, /api/breaches               , breaches:admin",
        })
        void takesAKeyWithItsScope(String method, String path, String scope) {
            Scope needed = Scope.of(scope);
            assertThat(hub.call(method, path, null).statusCode()).isEqualTo(401);
            assertThat(hub.call(method, path, keyWith(EnumSet.complementOf(EnumSet.of(needed))))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(hub.call(method, path, keyWith(EnumSet.of(needed))).statusCode())
                    .isNotIn(401, 403);
            assertThat(hub.call("PATCH", path, keyWith(EnumSet.of(needed))).statusCode())
                    .isEqualTo(405);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/api/unlisted", "/api/messages/1/more", "/", "/error", "/actuator/health", "/api/"})
        void thatIsNotListedIsClosed(String path) {
            assertThat(hub.call("GET", path, null).statusCode()).isEqualTo(401);
            HttpResponse<String> found = hub.call("GET", path, BOOTSTRAP_KEY);
            assertThat(found.statusCode()).isEqualTo(404);
            assertThat(problem(found).path("type").asText()).endsWith(":not-found");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/webhooks/whatsapp", "/privacy/order-updates", "/inbox/token", "/api/openapi.json"})
        void thatIsPublicTakesNoKeyAndIgnoresAWrongOne(String path) {
            assertThat(hub.call("GET", path, null).statusCode()).isNotIn(401, 403);
            assertThat(hub.call("GET", path, "wrong").statusCode()).isNotIn(401, 403);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/api//messages/", "/api/messages/%2e%2e%2f", "/api/messages/;x="})
        void whosePathIsNotPlainIsRefused(String path) {
            HttpResponse<String> refused = hub.call("GET", path + CANARY, BOOTSTRAP_KEY);
            assertThat(problem(refused).path("type").asText()).endsWith(":malformed");
            assertThat(refused.body()).doesNotContain(CANARY);
        }

        @Test
        void learnsWhoCalls() {
            assertThat(hub.call("GET", "/api/messages/1", BOOTSTRAP_KEY).body()).startsWith("key:");
        }
    }

    @Nested
    class AKey {
        @Test
        void thatIsUnknownExpiredOrRevokedIsRefusedInTheSameWords() {
            HttpResponse<String> unknown = hub.call("GET", "/api/messages/1", "sp_unknown");
            assertThat(unknown.statusCode()).isEqualTo(401);
            assertThat(unknown.headers().firstValue("WWW-Authenticate")).isPresent();
            problem(unknown);
            for (String column : new String[] {"expires_at", "revoked_at"}) {
                String key = keyWith(EnumSet.allOf(Scope.class));
                assertThat(hub.call("GET", "/api/messages/1", key).statusCode()).isEqualTo(200);
                end(key, column);
                HttpResponse<String> ended = hub.call("GET", "/api/messages/1", key);
                assertThat(ended.statusCode()).isEqualTo(401);
                assertThat(ended.body()).isEqualTo(unknown.body());
            }
        }

        @Test
        void isStoredAsItsHashOnly() {
            assertThat(jdbc.sql("SELECT k::text FROM api_key k")
                            .query(String.class)
                            .list())
                    .isNotEmpty()
                    .noneMatch(row -> row.contains(BOOTSTRAP_KEY) || row.contains(BOOTSTRAP_KEY.substring(3)));
        }

        @Test
        void isRegisteredOnceAtStartAndThatIsAudited() {
            assertThat(audit.records())
                    .filteredOn(entry -> entry.kind() == AuditKind.ACCESS_GRANTED)
                    .hasSize(1);
        }

        @Test
        void thatWasTheBootstrapKeyIsRevokedWhenAnotherIsSetAndThatIsAudited() {
            String former = "sp_former-bootstrap-key-of-this-test";
            store.addIfAbsent(
                    UUID.randomUUID(), "bootstrap", KeyHash.of(former), EnumSet.allOf(Scope.class), Instant.now());
            String other = keyWith(EnumSet.allOf(Scope.class));
            assertThat(hub.call("GET", "/api/messages/1", former).statusCode()).isEqualTo(200);

            bootstrap.afterSingletonsInstantiated();

            assertThat(hub.call("GET", "/api/messages/1", former).statusCode()).isEqualTo(401);
            for (String unaffected : List.of(BOOTSTRAP_KEY, other)) {
                assertThat(hub.call("GET", "/api/messages/1", unaffected).statusCode())
                        .isEqualTo(200);
            }
            assertThat(audit.records())
                    .filteredOn(entry -> entry.kind() == AuditKind.ACCESS_REVOKED)
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.evidence())
                            .containsEntry("key", idOf(former).toString()));
        }

        @Test
        void restrictedToNoFlowAtAllCannotBeStored() {
            String key = keyWith(EnumSet.of(Scope.AUDIT_READ));
            var emptied =
                    jdbc.sql("UPDATE api_key SET flows = '{}' WHERE id = ?").param(idOf(key));
            assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(emptied::update);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Basic Og==", "Bearer", "Bearer ", "bearer\t", "sp_x"})
        void thatIsNotOneIsRefused(String authorization) {
            assertThat(send(HubPorts.request(apiPort, "/api/messages/1").header("Authorization", authorization))
                            .statusCode())
                    .isEqualTo(401);
        }

        private void end(String key, String column) {
            jdbc.sql("UPDATE api_key SET %s = now() - interval '1 second' WHERE hash = ?".formatted(column))
                    .param(KeyHash.of(key).bytes())
                    .update();
        }
    }

    @Nested
    class TheManagementPort {
        @ParameterizedTest
        @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
        void tellsItsHealthToEveryone(String path) {
            assertThat(send(hub.manage(path)).statusCode()).isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"/actuator", "/actuator/prometheus", "/actuator/hawtio", "/actuator/jolokia/version", "/x"})
        void asksForTheLoginOtherwise(String path) {
            HttpResponse<String> refused = send(hub.manage(path));
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
                    .startsWith("Basic");
            problem(refused);
            assertThat(send(hub.manage(path).header("Authorization", login("wrong-password")))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(send(hub.manage(path).header("Authorization", "Bearer " + BOOTSTRAP_KEY))
                            .statusCode())
                    .isEqualTo(401);
        }

        @Test
        void letsTheAdminIn() {
            assertThat(send(loggedIn("/actuator/jolokia/version")).statusCode()).isEqualTo(200);
            assertThat(send(loggedIn("/actuator/hawtio/index.html")).statusCode())
                    .isEqualTo(200);
        }

        @Test
        void servesNothingOfTheApi() {
            assertThat(send(loggedIn("/api/messages/1")).statusCode()).isEqualTo(404);
            assertThat(send(hub.manage("/api/openapi.json")).statusCode()).isEqualTo(401);
        }

        @ParameterizedTest
        @CsvSource({
            "Sec-Fetch-Site, cross-site",
            "Sec-Fetch-Site, same-site",
            "Origin, https://evil.example",
            "Origin, null"
        })
        void refusesWhatAnotherSiteMakesTheBrowserSend(String header, String value) {
            assertThat(send(loggedIn("/actuator/jolokia/version").header(header, value))
                            .statusCode())
                    .isEqualTo(403);
        }

        @Test
        void takesWhatItsOwnPagesSend() {
            String origin = "http://127.0.0.1:" + managementPort;
            assertThat(send(loggedIn("/actuator/jolokia/version")
                                    .header("Sec-Fetch-Site", "same-origin")
                                    .header("Origin", origin))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Nested
    class AnAnswer {
        @Test
        void mayNotBeFramedSniffedOrKept() {
            for (HttpResponse<String> answer : new HttpResponse[] {
                hub.call("GET", "/api/messages/1", BOOTSTRAP_KEY), send(loggedIn("/actuator/hawtio/index.html"))
            }) {
                assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                        .contains("nosniff");
                assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
                assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                        .containsAnyOf("no-store", "private");
                assertThat(answer.headers()
                                .firstValue("Content-Security-Policy")
                                .orElseThrow())
                        .contains("frame-ancestors 'none'");
                assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                        .isEmpty();
            }
        }
    }

    @Nested
    class ABody {
        @ParameterizedTest(name = "{0} is {1}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "not json with +351912345678                | malformed",
                    "{\"phone\":\"+351912345678\"               | malformed",
                    "{\"phone\":\"a\",\"phone\":\"+351912345678\"} | malformed",
                    "{\"phone\":\"+351912345678\"} x            | malformed",
                    "[\"+351912345678\"]                        | invalid-request",
                    "{\"+351912345678\":1}                      | unknown-field",
                    "{\"phonne\":\"+351912345678\"}             | unknown-field",
                    "{\"phone\":351912345678}                   | invalid-request",
                    "{\"at\":\"+351912345678\"}                 | invalid-request",
                    "{\"at\":351912345678}                      | invalid-request",
                    "{\"at\":\"2026-11-01T10:00:00\"}           | invalid-request",
                    "{\"throws\":\"+351912345678\"}             | unexpected",
                })
        void atFaultIsRefusedWithoutRepeatingIt(String body, String word) {
            HttpResponse<String> refused = hub.call("POST", "/api/messages", BOOTSTRAP_KEY, body);
            assertThat(problem(refused).path("type").asText()).isEqualTo("urn:sealpost:problem:" + word);
            assertThat(refused.body()).doesNotContain(CANARY, CANARY.substring(1));
        }

        @Test
        void withAnUnknownFieldIsToldWhatIsAllowed() {
            HttpResponse<String> refused = hub.call("POST", "/api/messages", BOOTSTRAP_KEY, "{\"phonne\":\"1\"}");
            assertThat(problem(refused).path("errors").toString()).contains("phonne", "at, phone, throws");
        }

        @Test
        void thatIsTooLargeIsRefusedWhetherItSaysSoOrNot() {
            String large = "{\"phone\":\"%s\"}".formatted("1".repeat(2_000));
            assertThat(problem(hub.call("POST", "/api/messages", BOOTSTRAP_KEY, large))
                            .path("status")
                            .asInt())
                    .isEqualTo(413);
            var chunked = HubPorts.request(apiPort, "/api/messages")
                    .header("Authorization", "Bearer " + BOOTSTRAP_KEY)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes())));
            assertThat(problem(send(chunked)).path("status").asInt()).isEqualTo(413);
        }

        @Test
        void ofAnotherMediaTypeIsRefused() {
            var xml = HubPorts.request(apiPort, "/api/messages")
                    .header("Authorization", "Bearer " + BOOTSTRAP_KEY)
                    .header("Content-Type", "application/xml")
                    .POST(BodyPublishers.ofString("<a/>"));
            assertThat(problem(send(xml)).path("status").asInt()).isEqualTo(415);
        }
    }

    @Nested
    class DeniedRequests {
        @Test
        void areAuditedByTheRuleAndNotByThePath() {
            hub.call("GET", "/api/messages/" + CANARY, "sp_wrong");
            String key = keyWith(EnumSet.of(Scope.AUDIT_READ));
            hub.call("GET", "/api/messages/" + CANARY + "?q=" + CANARY, key);
            await().untilAsserted(() -> {
                assertThat(deniedBy("anonymous")).isNotEmpty();
                assertThat(deniedBy("key:" + idOf(key))).singleElement().satisfies(entry -> {
                    assertThat(entry.evidence()).containsEntry("path", "/api/messages/{id}");
                    assertThat(entry.reason()).hasToString("missing-scope: messages:read");
                });
            });
            assertThat(audit.records().toString()).doesNotContain(CANARY);
        }

        private List<AuditRecord> deniedBy(String actor) {
            return audit.records().stream()
                    .filter(entry -> entry.kind() == AuditKind.ACCESS_DENIED)
                    .filter(entry -> entry.actor().equals(actor))
                    .toList();
        }
    }

    @Test
    void theDescriptionOfTheApiIsPublicAndSaysHowToGetInAndWhatARefusalIs() {
        String description = hub.call("GET", "/api/openapi.json", null).body();
        assertThat(description).contains("\"bearer\"", "application/problem+json", "/components/schemas/Problem");
    }

    private HttpRequest.Builder loggedIn(String path) {
        return hub.manage(path).header("Authorization", login("correct-horse-battery"));
    }

    private static String login(String password) {
        return "Basic " + Base64.getEncoder().encodeToString(("admin:" + password).getBytes());
    }

    private String keyWith(Set<Scope> scopes) {
        String key = "sp_test-" + KEYS.incrementAndGet();
        store.addIfAbsent(UUID.randomUUID(), "test", KeyHash.of(key), scopes, Instant.now());
        return key;
    }

    private UUID idOf(String key) {
        return store.find(KeyHash.of(key)).orElseThrow().caller().key();
    }

    record AuditEntries(List<AuditRecord> records) {}

    @SpringBootApplication
    @Import(Messages.class)
    @ConfigurationPropertiesScan
    static class Hub {
        @Bean
        AuditEntries entries() {
            return new AuditEntries(new CopyOnWriteArrayList<>());
        }

        @Bean
        AuditLog audit(AuditEntries entries) {
            return entries.records()::addAll;
        }
    }

    @RestController
    static class Messages {
        @GetMapping("/api/messages/{id}")
        String read(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
            return caller.getName();
        }

        @PostMapping("/api/messages")
        void accept(@RequestBody Accepted body) {
            if (body.fails() != null) {
                throw new IllegalStateException("carries " + body.fails());
            }
        }
    }

    record Accepted(String phone, Instant at, @JsonProperty("throws") String fails) {}
}
