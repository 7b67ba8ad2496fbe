package dev.sealpost.submission;

import static dev.sealpost.testing.Installation.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.submission.AnsweredRequests.Answered;
import dev.sealpost.testing.HubClient;
import dev.sealpost.testing.HubTest;
import dev.sealpost.testing.Installation;
import dev.sealpost.testing.RestCaller;
import dev.sealpost.vault.BlindIndex;
import dev.sealpost.vault.BlindIndexer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code POST /api/messages} of a whole hub, over HTTP. */
@HubTest
@DisplayName("POST /api/messages")
class RestIntakeTest {

    private static final String FLOW = "order-shipped";
    private static final String PERSON = "+351918881001";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANOTHER_FED_BY_REST =
            """
            - route:
                id: by-rest
                description: Starts from the same source as the flow of the sign-in codes.
                routeConfigurationId: deliver-with-retry
                from:
                  uri: kamelet:rest-intake
                  steps:
                    - to:
                        uri: kamelet:receive
                        parameters: {event: order-shipped, id: "$.orderId", phone: "$.customer.phone"}
                    - to: {uri: kamelet:require-consent, parameters: {purpose: order-updates}}
                    - to: kamelet:minimise
                    - to: kamelet:seal
                    - to: {uri: kamelet:deliver, parameters: {template: order_shipped}}
            """;
    private static final Installation SHOP = Installation.of("rest-intake")
            .withFlow("by-rest.camel.yaml", ANOTHER_FED_BY_REST)
            .with("sealpost.access.key-cache", "60s")
            .with("spring.datasource.hikari.connection-timeout", "1000");

    @LocalServerPort
    private int port;

    @Autowired
    private CamelContext camel;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private OldAnswers oldAnswers;

    @Autowired
    private AnsweredRequests answered;

    @Autowired
    private BlindIndexer indexer;

    @Autowired
    private TransactionTemplate transaction;

    private HubClient hub;
    private RestCaller rest;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        SHOP.register(registry);
    }

    @AfterAll
    static void close() throws Exception {
        SHOP.close();
    }

    @BeforeEach
    void personAgrees() {
        hub = SHOP.hubAt(port);
        rest = new RestCaller(hub.uri(), hub.key());
        hub.grant(PERSON, "order-updates");
    }

    @Nested
    class WithOneEvent {

        @Test
        void answersTheIdOfTheMessageItBecameWhichIsSent() {
            HttpResponse<String> answer = rest.post(submission(order("R-1", PERSON)));

            assertThat(answer.statusCode()).isEqualTo(202);
            JsonNode message = hub.awaitState(FLOW, "R-1", "READ");
            assertThat(json(answer))
                    .isEqualTo(json("{\"id\":\"%s\",\"state\":\"QUEUED\"}"
                            .formatted(message.path("id").asText())));
            assertThat(hub.call("GET", answer.headers().firstValue("Location").orElseThrow(), "")
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void saysAtOnceIfAStepRefusesIt() {
            HttpResponse<String> answer = rest.post(submission(order("R-2", "+351918881002")));

            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(json(answer).path("state").asText()).isEqualTo("REFUSED");
            assertThat(json(answer).path("reason").asText()).startsWith("no-consent");
        }

        @Test
        void answersTheOriginalIfItsSourceIdWasSeenBefore() {
            JsonNode first = json(rest.post(submission(order("R-3", PERSON))));
            JsonNode second = json(rest.post(submission(order("R-3", PERSON))));

            assertThat(second)
                    .isEqualTo(json("{\"id\":\"%s\",\"duplicate\":true}"
                            .formatted(first.path("id").asText())));
        }

        @Test
        void bringsACodeToSignInWithWhichIsAllThatLeaves() {
            rest.post(
                    """
                    {"flow":"sign-in-code","event":{"requestId":"S-1","phone":"+351918881003","code":"048213",
                     "user":"Canary Kowalski"}}""");

            hub.awaitState("sign-in-code", "S-1", "READ");
            JsonNode sent = SHOP.phone().messagesTo("+351918881003").get(0);
            assertThat(sent.path("rendered").asText()).startsWith("048213 is your verification code.");
            assertThat(sent.toString()).doesNotContain("Kowalski");
        }
    }

    @Test
    void feedsSeveralFlowsThatStartFromTheSameSource() {
        rest.post(submission(order("R-4", PERSON)).replace(FLOW, "by-rest"));

        hub.awaitState("by-rest", "R-4", "READ");
    }

    @Nested
    class IsRefused {

        static Stream<Arguments> wrongBodies() {
            String event = order("W-1", PERSON);
            return Stream.of(
                    Arguments.of("no JSON", "hello", "malformed", "line 1, column"),
                    Arguments.of("half an object", "{\"flow\":\"order-shipped\",\n\"event\":{", "malformed", "line 2"),
                    Arguments.of("an array", "[]", "malformed", ""),
                    Arguments.of("two objects", submission(event) + "{}", "malformed", "column"),
                    Arguments.of("depth", submission("{\"a\":" + "[".repeat(100_000)), "malformed", "column"),
                    Arguments.of("a name twice", "{\"flow\":\"a\",\"flow\":\"b\",\"event\":{}}", "malformed", "column"),
                    Arguments.of("no flow", "{\"event\":" + event + "}", "invalid-request", "\"flow\""),
                    Arguments.of("no event", "{\"flow\":\"order-shipped\"}", "invalid-request", "\"event\""),
                    Arguments.of("a number as flow", "{\"flow\":1,\"event\":{}}", "invalid-request", "\"flow\""),
                    Arguments.of(
                            "a text as event", "{\"flow\":\"a\",\"event\":\"{}\"}", "invalid-request", "\"event\""),
                    Arguments.of("another field", "{\"Kowalski\":1}", "unknown-field", "event, flow, signature"));
        }

        @ParameterizedTest(name = "for {0}, with 400 and the place")
        @MethodSource("wrongBodies")
        void aBody(String what, String body, String word, String detail) {
            HttpResponse<String> answer = rest.post(body);

            assertProblem(answer, 400, word);
            assertThat(answer.body()).contains(detail).doesNotContain("Kowalski");
            assertThat(hub.message(FLOW, "W-1")).isEmpty();
        }

        @Test
        void ofWhichOnlyAPartComesAndTheWholeIsTakenAfterwards() throws IOException {
            String whole = submission(order("W-7", PERSON));
            String half = whole.substring(0, whole.length() / 2);
            String key = "\"" + UUID.randomUUID() + "\"";

            String answer = rest.breakOffOne(half, whole.length(), key);
            rest.begin("/api/messages", "application/json", whole, whole.length() + 1)
                    .close();
            rest.begin("/api/messages", "application/json", half, whole.length())
                    .close();

            assertThat(answer).matches("(?s)(HTTP/1\\.1 400.*)?").doesNotContain("Kowalski");
            assertThat(hub.message(FLOW, "W-7")).isEmpty();
            HttpResponse<String> taken = rest.post(whole, key);
            assertThat(taken.statusCode()).isEqualTo(202);
            assertThat(json(taken).path("state").asText()).isEqualTo("QUEUED");
        }

        @Test
        void inAnotherEncoding() {
            byte[] utf16 = submission(order("W-2", PERSON)).getBytes(StandardCharsets.UTF_16);

            assertProblem(rest.send("application/json", utf16), 400, "invalid-request");
        }

        @Test
        void becauseItIsTooLarge() {
            String large = submission("{\"orderId\":\"" + "x".repeat(1_100_000) + "\"}");

            assertProblem(rest.post(large), 413, "too-large");
        }

        @ParameterizedTest
        @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "text/csv"})
        void asAnotherMediaType(String type) {
            assertProblem(rest.send(type, bytes(submission(order("W-3", PERSON)))), 415, "unsupported-media-type");
        }

        @Test
        void forAFlowThatIsNotThere() {
            assertProblem(rest.post("{\"flow\":\"${sys.user.home}\",\"event\":{}}"), 422, "unknown-flow");
        }

        @Test
        void forAFlowThatTheKeyIsNotForWhetherOrNotItIsThere() {
            RestCaller limited = rest.withKey(key("{messages:write}", "{sign-in-code}"));

            assertProblem(limited.post(submission(order("W-4", PERSON))), 403, "other-flow");
            assertProblem(limited.post("{\"flow\":\"no-such-flow\",\"event\":{}}"), 403, "other-flow");
            assertThat(limited.post("{\"flow\":\"sign-in-code\",\"event\":{}}").statusCode())
                    .isEqualTo(202);
        }

        @Test
        void withAWrongARevokedOrAnotherScopesKey() {
            String revoked = key("{messages:write}", null);
            database.update("UPDATE api_key SET revoked_at = now() WHERE name = ?", revoked);

            assertProblem(rest.withKey("sp_wrong").post(submission("{}")), 401, "unauthenticated");
            assertProblem(rest.withKey(revoked).post(submission("{}")), 401, "unauthenticated");
            assertProblem(rest.withKey(key("{messages:read}", null)).post(submission("{}")), 403, "missing-scope");
        }

        @Test
        void whileItsFlowIsStopped() throws Exception {
            camel.getRouteController().stopRoute("sign-in-code");
            try {
                HttpResponse<String> answer = rest.post("{\"flow\":\"sign-in-code\",\"event\":{}}");

                assertProblem(answer, 503, "flow-stopped");
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            } finally {
                camel.getRouteController().startRoute("sign-in-code");
            }
        }

        @Test
        void whenTheDatabaseGivesNoConnection() {
            rest.post(submission(order("W-5", "not a number")));
            try (PoolDrain nothingLeft = new PoolDrain(dataSource)) {
                HttpResponse<String> answer = rest.post(submission(order("W-6", PERSON)));

                assertProblem(answer, 503, "unavailable");
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            }
            assertThat(hub.message(FLOW, "W-6")).isEmpty();
        }
    }

    @Nested
    class WithAnIdempotencyKey {

        private final String key = "\"" + UUID.randomUUID() + "\"";

        @Test
        void answersTheSameRequestAsBefore() {
            String body = submission(order("I-1", PERSON));
            HttpResponse<String> first = rest.post(body, key);
            HttpResponse<String> second = rest.post(body, key.replace("\"", ""));

            assertThat(first.statusCode()).isEqualTo(202);
            assertThat(second.statusCode()).isEqualTo(202);
            assertThat(second.body()).isEqualTo(first.body()).contains("QUEUED");
        }

        @Test
        void refusesAnotherRequest() {
            rest.post(submission(order("I-2", PERSON)), key);

            assertProblem(rest.post(submission(order("I-3", PERSON)), key), 422, "idempotency-key-reused");
            assertThat(hub.message(FLOW, "I-3")).isEmpty();
        }

        @Test
        void keepsCallersApart() {
            RestCaller other = rest.withKey(key("{messages:write}", null));
            rest.post(submission(order("I-4", PERSON)), key);

            assertThat(other.post(submission(order("I-5", PERSON)), key).statusCode())
                    .isEqualTo(202);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"\"", "\"a", "a\"b", "a b", "a,b"})
        void refusesOneThatIsNone(String malformed) {
            assertProblem(rest.post(submission("{}"), malformed), 400, "idempotency-key-malformed");
        }

        @Test
        void answersOneOfSeveralAtTheSameTime() {
            String body = submission(order("I-6", PERSON));
            List<CompletableFuture<HttpResponse<String>>> all = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> rest.post(body, key)))
                    .toList();
            List<HttpResponse<String>> answers =
                    all.stream().map(CompletableFuture::join).toList();

            assertThat(answers)
                    .extracting(HttpResponse::statusCode)
                    .isSubsetOf(202, 409)
                    .contains(202);
            assertThat(answers.stream()
                            .filter(answer -> answer.statusCode() == 202)
                            .map(HttpResponse::body))
                    .allMatch(answer -> answer.equals(rest.post(body, key).body()));
            hub.awaitState(FLOW, "I-6", "READ");
            assertThat(hub.audit("kind=message.duplicate&flow=" + FLOW)).noneMatch(entry -> entry.path("message")
                    .equals(json(answers.get(0)).path("id")));
        }

        @Test
        void isForgottenWhenItsTimeIsOver() {
            rest.post(submission(order("I-8", PERSON)), key);
            database.update("UPDATE answered_request SET expires_at = now() - interval '1 s'");

            assertThat(rest.post(submission(order("I-9", PERSON)), key).statusCode())
                    .isEqualTo(202);
            database.update("UPDATE answered_request SET expires_at = now() - interval '1 s'");
            oldAnswers.sweep();
            assertThat(database.queryForObject("SELECT count(*) FROM answered_request", Integer.class))
                    .isZero();
        }

        @Test
        void thatAnotherHubAnsweredMeanwhileAcceptsNothing() {
            BlindIndex index = indexer.index("test", key);
            Answered answer = new Answered(index, List.of());
            transaction.executeWithoutResult(status -> answered.store(index, answer));

            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> answered.store(index, answer)))
                    .isInstanceOf(AnsweredRequests.KeyTakenMeanwhile.class);
        }

        @Test
        void keepsNeitherKeyNorContent() {
            rest.post(submission(order("Kowalski-7", PERSON)), "\"Canary-key\"");

            assertThat(database.queryForList("SELECT t::text FROM answered_request t", String.class))
                    .isNotEmpty()
                    .noneMatch(row -> row.contains("Kowalski") || row.contains("Canary") || row.contains(PERSON));
        }
    }

    @Nested
    class WithABatch {

        @Test
        void answersEachLineAndRefusesOnlyTheBadOnes() {
            String another = "+351918881009"; // one person gets a message every few seconds only
            hub.grant(another, "order-updates");
            String body = String.join(
                    "\n",
                    submission(order("B-1", PERSON)),
                    "hello",
                    "",
                    submission(order("B-2", "+351918881004")),
                    "{\"flow\":\"no-such-flow\",\"event\":{}}\r",
                    submission(order("B-1", PERSON)),
                    submission(order("B-3", another)));

            List<JsonNode> lines = lines(rest.postLines(body));

            assertThat(lines).extracting(line -> line.path("line").asInt()).containsExactly(1, 2, 4, 5, 6, 7);
            assertThat(lines)
                    .extracting(RestIntakeTest::outcome)
                    .containsExactly("QUEUED", "malformed", "REFUSED", "unknown-flow", "duplicate", "QUEUED");
            assertThat(lines.get(4).path("id")).isEqualTo(lines.get(0).path("id"));
            hub.awaitState(FLOW, "B-3", "READ");
        }

        @Test
        void takesThousandsOfLinesInFewTransactions() {
            String body = IntStream.range(0, 2_000)
                    .mapToObj(i -> submission(order("M-" + i, "+351918881004")))
                    .collect(Collectors.joining("\n"));

            List<JsonNode> lines = lines(rest.postLines(body));

            assertThat(lines).hasSize(2_000).allMatch(line -> outcome(line).equals("REFUSED"));
            assertThat(database.queryForObject(
                            "SELECT count(DISTINCT received_at) FROM message WHERE id IN (SELECT id FROM message "
                                    + "WHERE flow = ? ORDER BY id DESC LIMIT 2000)",
                            Integer.class,
                            FLOW))
                    .isLessThanOrEqualTo(6);
        }

        @Test
        void answersTheSameBatchAsBeforeAndTakesWhatItsFirstSendingLeftOut() {
            String key = "\"" + UUID.randomUUID() + "\"";
            String first500 = IntStream.range(0, 500)
                    .mapToObj(i -> submission(order("P-" + i, PERSON)) + "\n")
                    .collect(Collectors.joining());
            HttpResponse<String> first = rest.postLines(first500, key);
            HttpResponse<String> again = rest.postLines(first500 + submission(order("P-500", PERSON)), key);

            assertThat(again.body()).startsWith(first.body());
            assertThat(lines(again)).hasSize(501).allMatch(line -> outcome(line).equals("QUEUED"));
            assertProblem(rest.postLines(submission(order("P-501", PERSON)), key), 422, "idempotency-key-reused");
        }

        @Test
        void thatBreaksOffAcceptsWhatItAnsweredAndNothingAfter() throws IOException {
            String whole = IntStream.range(0, 500)
                    .mapToObj(i -> submission(order("H-" + i, "+351918881004")) + "\n")
                    .collect(Collectors.joining());
            String half = whole + submission(order("H-500", PERSON)) + "\n" + "{\"flow\":\"order-sh";

            String answer = rest.breakOff(half, 1_000_000);

            assertThat(answer).startsWith("HTTP/1.1 202").contains("\"line\":500,\"id\"", "\"line\":501,\"problem\"");
            assertThat(answer).contains("urn:sealpost:problem:incomplete");
            assertThat(hub.message(FLOW, "H-499")).isPresent();
            assertThat(hub.message(FLOW, "H-500")).isEmpty();
        }

        @Test
        void withALineThatIsTooLongRefusesThatLine() {
            String body = submission("{\"orderId\":\"" + "x".repeat(1_300_000) + "\"}") + "\n"
                    + submission(order("L-1", PERSON));

            assertThat(lines(rest.postLines(body)))
                    .extracting(RestIntakeTest::outcome)
                    .containsExactly("too-large", "QUEUED");
        }
    }

    @Test
    void isDescribed() throws Exception {
        JsonNode api = json(hub.call("GET", "/api/openapi.json", ""));
        JsonNode operation = api.at("/paths/~1api~1messages/post");

        assertThat(operation.at("/requestBody/content").fieldNames())
                .toIterable()
                .contains("application/json", "application/x-ndjson");
        assertThat(operation
                        .at("/requestBody/content/application~1json/schema/$ref")
                        .asText())
                .endsWith("/SubmittedEvent");
        assertThat(operation
                        .at("/requestBody/content/application~1json/examples")
                        .isEmpty())
                .isFalse();
        assertThat(operation.at("/parameters/0/name").asText()).isEqualTo("Idempotency-Key");
        assertThat(operation
                        .at("/responses/202/content/application~1json/schema/$ref")
                        .asText())
                .endsWith("/AcceptedEvent");
        assertThat(operation
                        .at("/responses/202/content/application~1x-ndjson/schema/$ref")
                        .asText())
                .endsWith("/BatchResultLine");
        for (String status : List.of("400", "401", "403", "408", "409", "413", "415", "422", "429", "503")) {
            assertThat(operation
                            .at("/responses/" + status + "/content/application~1problem+json/schema/$ref")
                            .asText())
                    .as(status)
                    .endsWith("/Problem");
        }
    }

    /** A key of this test's own, which is also its name. */
    private String key(String scopes, String flows) {
        String key = "sp_" + UUID.randomUUID();
        database.update(
                "INSERT INTO api_key (id, name, hash, scopes, flows, created_at) "
                        + "VALUES (gen_random_uuid(), ?, sha256(?::bytea), ?::text[], ?::text[], now())",
                key,
                key,
                scopes,
                flows);
        return key;
    }

    private static String submission(String event) {
        return "{\"flow\":\"order-shipped\",\"event\":" + event + "}";
    }

    private static String outcome(JsonNode line) {
        if (line.has("problem")) {
            return line.path("problem").path("type").asText().replace("urn:sealpost:problem:", "");
        }
        return line.has("duplicate") ? "duplicate" : line.path("state").asText();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String word) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).path("type").asText()).isEqualTo("urn:sealpost:problem:" + word);
        assertThat(json(answer).path("status").asInt()).isEqualTo(status);
    }

    private static List<JsonNode> lines(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.body().lines().map(RestIntakeTest::json).toList();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return json(answer.body());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException("Not JSON: " + text, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
