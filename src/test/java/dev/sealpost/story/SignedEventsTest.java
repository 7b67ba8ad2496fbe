package dev.sealpost.story;

import static dev.sealpost.testing.Installation.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.signature.SigningKey;
import dev.sealpost.testing.DeadLetters;
import dev.sealpost.testing.HubClient;
import dev.sealpost.testing.HubTest;
import dev.sealpost.testing.Installation;
import dev.sealpost.testing.Parts;
import dev.sealpost.testing.RestCaller;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/** Flows that take only what their business system signed, over Kafka and REST. */
@HubTest
@DisplayName("A flow of signed events")
class SignedEventsTest {

    private static final String PERSON = "+351919991001";
    private static final SigningKey SHOP_KEY = SigningKey.ed25519();
    private static final SigningKey SHOP_NEXT_KEY = SigningKey.ec("secp256r1");
    private static final SigningKey SHOP_FORMER_KEY = SigningKey.ed25519();
    private static final SigningKey CLINIC_KEY = SigningKey.rsa(3_072);
    private static final SigningKey STRANGER = SigningKey.ed25519();
    private static final Installation SHOP = Installation.of("signed-events");
    private static final KafkaProducer<byte[], byte[]> KAFKA = new KafkaProducer<>(
            Map.of("bootstrap.servers", Parts.brokers(), "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());

    @LocalServerPort
    private int port;

    @Autowired
    private CamelContext camel;

    @Autowired
    private JdbcTemplate database;

    private HubClient hub;
    private DeadLetters deadLetters;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) throws IOException {
        SHOP.with("sealpost.config-directory", configuration().toString())
                .withFlow("header.camel.yaml", flow("header", "kafka-intake", "topic: TOPIC.header, signedBy: shop"))
                .withFlow("field.camel.yaml", flow("field", "kafka-intake", "topic: TOPIC.field, signedBy: clinic"))
                .withFlow("rest.camel.yaml", flow("rest", "rest-intake", "signedBy: shop"))
                .register(registry);
    }

    @AfterAll
    static void close() throws Exception {
        KAFKA.close();
        SHOP.close();
    }

    @BeforeEach
    void personAgrees() {
        hub = SHOP.hubAt(port);
        deadLetters = new DeadLetters(database);
        hub.grant(PERSON, "order-updates");
    }

    @Test
    void takesThoseOfEachKeyThatIsValidToday() {
        String first = order("H-1", PERSON);
        String second = order("H-2", PERSON);

        drop(first, SHOP_KEY.sign(first));
        drop(second, SHOP_NEXT_KEY.sign(second));

        hub.awaitState("header", "H-1", "READ");
        hub.awaitState("header", "H-2", "READ");
    }

    static Stream<Arguments> forgeries() {
        String event = order("F-1", PERSON);
        return Stream.of(
                Arguments.of("without a signature", null, "unsigned"),
                Arguments.of("with one that is not Base64", "***", "bad-signature"),
                Arguments.of("with an empty one", "", "bad-signature"),
                Arguments.of("with one of a stranger", STRANGER.sign(event), "bad-signature"),
                Arguments.of("with one of a key whose time is over", SHOP_FORMER_KEY.sign(event), "bad-signature"),
                Arguments.of("with one of another event", SHOP_KEY.sign(order("F-2", PERSON)), "bad-signature"),
                Arguments.of("with one of another signer", CLINIC_KEY.sign(event), "bad-signature"));
    }

    @ParameterizedTest(name = "keeps one {0} sealed, and its source id stays free")
    @MethodSource("forgeries")
    void setsAside(String what, String signature, String reason) {
        String id = "F-" + Math.abs(what.hashCode());
        String forged = order("F-1", PERSON);
        int before = deadLetters.count(reason);

        drop(forged, signature);

        Awaitility.await().until(() -> deadLetters.count(reason) == before + 1);
        assertThat(hub.message("header", "F-1")).isEmpty();
        String genuine = order(id, PERSON);
        drop(genuine, SHOP_KEY.sign(genuine));
        hub.awaitState("header", id, "READ");
        assertThat(hub.audit("kind=message.dead-letter&flow=header"))
                .anyMatch(entry -> entry.path("reason").asText().startsWith(reason));
        assertThat(SHOP.phone().messagesTo(PERSON))
                .noneMatch(message -> message.path("rendered").asText().contains("F-1 "));
    }

    @Test
    void isNotTriedAgainWithoutTheSignatureThatItsHeaderHeld() throws IOException {
        dropOn("header", order("L-1", PERSON), null);
        String path = "/api/deadletters";
        JsonNode letter = Awaitility.await()
                .until(
                        () -> json(hub.call("GET", path + "?reason=unsigned&flow=header", ""))
                                .path("letters"),
                        letters -> !letters.isEmpty())
                .path(0);

        JsonNode retried = json(hub.call("POST", path + "/" + letter.path("id").asText() + "/retry", ""));

        assertThat(retried.path("outcome").asText()).isEqualTo("kept");
        assertThat(retried.path("reason").asText())
                .startsWith("signature-not-kept: ")
                .contains("header X-Signature");
        assertThat(json(hub.call("GET", path + "/" + letter.path("id").asText(), "")))
                .isEqualTo(letter);
    }

    @Test
    void isVouchedForOnlyWhereTheFlowStillAsksForTheSignerThatWasVerified() throws IOException {
        String broken = order("V-1", PERSON).replace("\"phone\"", "\"telephone\"");
        dropOn("header", broken, SHOP_KEY.sign(broken));

        JsonNode sameSigner = retry(letter("header", "malformed"));
        String letter = letter("header", "malformed");
        database.update("UPDATE dead_letter SET verified_by = 'clinic' WHERE id = ?::uuid", letter);
        JsonNode otherSigner = retry(letter);

        assertThat(sameSigner.path("outcome").asText()).isEqualTo("dead-letter");
        assertThat(otherSigner.path("outcome").asText()).isEqualTo("kept");
        assertThat(otherSigner.path("reason").asText()).startsWith("signature-not-kept: ");
    }

    @Test
    void isCheckedAgainIfAnotherSignerWasVerified() throws IOException {
        dropOn("field", order("V-2", PERSON), null);
        String letter = letter("field", "unsigned");
        database.update(
                "UPDATE dead_letter SET reason = 'no-outcome', verified_by = 'shop' WHERE id = ?::uuid", letter);

        assertThat(retry(letter).path("outcome").asText()).isEqualTo("dead-letter");
        assertThat(retry(letter("field", "unsigned")).path("reason").asText()).startsWith("unsigned");
        assertThat(hub.message("field", "V-2")).isEmpty();
    }

    /** The id of the newest letter of a flow for a reason, once there is one. */
    private String letter(String flow, String reason) {
        return Awaitility.await()
                .until(
                        () -> database.queryForList(
                                "SELECT id::text FROM dead_letter WHERE flow = ? AND reason LIKE ? ORDER BY id DESC LIMIT 1",
                                String.class,
                                flow,
                                reason + "%"),
                        letters -> !letters.isEmpty())
                .get(0);
    }

    private JsonNode retry(String letter) throws IOException {
        return json(hub.call("POST", "/api/deadletters/" + letter + "/retry", ""));
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }

    @Test
    void readsTheSignatureOutOfTheEventAndNoticesAnyChangeOfTheRest() {
        String canonical =
                "{\"customer\":{\"name\":\"Ana\",\"phone\":\"%s\"},\"orderId\":\"C-1\",\"total\":59.9,\"trackingUrl\":\"u\"}"
                        .formatted(PERSON);
        String signature = CLINIC_KEY.sign(canonical);
        String reordered = "{ \"signature\":\"%s\", \"total\":59.90, \"trackingUrl\":\"u\",\n \"orderId\":\"C-1\", "
                        .formatted(signature)
                + "\"customer\":{\"phone\":\"%s\",\"name\":\"Ana\"} }".formatted(PERSON);
        int before = deadLetters.count("bad-signature");
        Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);

        dropOn("field", reordered.replace("Ana", "Eva"), null);
        dropOn("field", reordered.replace("59.90", "59.900000000000000001"), null);
        dropOn("field", canonical, null);
        dropOn("field", reordered, null);

        hub.awaitState("field", "C-1", "READ");
        assertThat(deadLetters.count("bad-signature")).isEqualTo(before + 2);
        assertThat(hub.audit("kind=message.dead-letter&flow=field&from=" + start))
                .extracting(entry -> entry.path("reason").asText().split(":")[0])
                .containsExactlyInAnyOrder("bad-signature", "bad-signature", "unsigned");
    }

    @Test
    void takesThemByRestWithTheHeaderOrTheSignatureInTheLine() throws IOException {
        String one = order("R-1", PERSON);
        String two = order("R-2", PERSON);
        String three = order("R-3", PERSON);

        JsonNode answer = post("application/json", submission("rest", one), "X-Signature", SHOP_KEY.sign(one));
        JsonNode unsigned = post("application/json", submission("rest", two));
        JsonNode ofAnother = post("application/x-ndjson", line("header", two, SHOP_KEY.sign(one)));
        JsonNode ofLine = post("application/x-ndjson", line("header", three, SHOP_KEY.sign(three)));

        assertThat(answer.path("state").asText()).isEqualTo("QUEUED");
        assertThat(unsigned.path("reason").asText()).startsWith("unsigned");
        assertThat(ofAnother.path("reason").asText()).startsWith("bad-signature");
        assertThat(ofLine.path("state").asText()).isEqualTo("QUEUED");
    }

    @Test
    void thatNamesNobodyKnownDoesNotStart() throws Exception {
        Path file = SHOP.directory().resolve("nobody.camel.yaml");
        Files.writeString(file, flow("nobody", "rest-intake", "signedBy: shopp"));

        assertThatThrownBy(() -> PluginHelper.getRoutesLoader(camel)
                        .loadRoutes(ResourceHelper.resolveResource(camel, "file:" + file)))
                .hasStackTraceContaining("nobody.camel.yaml:6: signedBy: \"shopp\" is not a signer of signers.yml")
                .hasStackTraceContaining("did you mean \"shop\"?");
    }

    private JsonNode post(String type, String body, String... headers) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new ObjectMapper()
                .readTree(new RestCaller(hub.uri(), hub.key())
                        .send(type, bytes, headers)
                        .body());
    }

    private static String submission(String flow, String event) {
        return "{\"flow\":\"%s\",\"event\":%s}".formatted(flow, event);
    }

    private static String line(String flow, String event, String signature) {
        return "{\"flow\":\"%s\",\"signature\":\"%s\",\"event\":%s}".formatted(flow, signature, event);
    }

    private void drop(String event, String signature) {
        dropOn("header", event, signature);
    }

    private static void dropOn(String flow, String event, String signature) {
        var record =
                new ProducerRecord<byte[], byte[]>(SHOP.topic() + "." + flow, event.getBytes(StandardCharsets.UTF_8));
        if (signature != null) {
            record.headers().add("X-Signature", signature.getBytes(StandardCharsets.UTF_8));
        }
        KAFKA.send(record);
        KAFKA.flush();
    }

    /** The repository's configuration, and two signers. */
    private static Path configuration() throws IOException {
        Path directory = SHOP.directory().resolve("config");
        FileSystemUtils.copyRecursively(Path.of("config"), directory);
        Files.writeString(directory.resolve("shop.pem"), SHOP_KEY.publicPem());
        Files.writeString(directory.resolve("shop-next.pem"), SHOP_NEXT_KEY.publicPem());
        Files.writeString(directory.resolve("shop-former.pem"), SHOP_FORMER_KEY.publicPem());
        Files.writeString(directory.resolve("clinic.pem"), CLINIC_KEY.publicPem());
        Files.writeString(
                directory.resolve("signers.yml"),
                """
                signers:
                  shop:
                    signature: {header: X-Signature}
                    keys:
                      - {file: shop-former.pem, algorithm: Ed25519, until: 2026-01-31}
                      - {file: shop.pem, algorithm: Ed25519, from: 2026-01-01}
                      - {file: shop-next.pem, algorithm: SHA256withECDSA}
                  clinic:
                    signature: {field: $.signature}
                    keys:
                      - {file: clinic.pem, algorithm: SHA256withRSA}
                """);
        return directory;
    }

    private static String flow(String id, String source, String parameters) {
        return """
                - route:
                    id: %s
                    description: A flow of SignedEventsTest.
                    routeConfigurationId: deliver-with-retry
                    from:
                      uri: kamelet:%s
                      parameters: {%s}
                      steps:
                        - to: {uri: "kamelet:receive", parameters: {event: order-shipped, id: $.orderId, phone: $.customer.phone}}
                        - to: {uri: "kamelet:require-consent", parameters: {purpose: order-updates}}
                        - to: kamelet:minimise
                        - to: kamelet:seal
                        - to: {uri: "kamelet:deliver", parameters: {template: order_shipped}}
                """
                .formatted(id, source, parameters);
    }
}
