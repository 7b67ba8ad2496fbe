package dev.sealpost.whatsapp.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.delivery.DeadEvent;
import dev.sealpost.delivery.StatusUpdate;
import dev.sealpost.testing.Parts;
import dev.sealpost.vault.TestVault;
import dev.sealpost.whatsapp.WebhookStatus;
import dev.sealpost.whatsapp.Webhooks;
import dev.sealpost.whatsapp.cloudapi.Wamids;
import dev.sealpost.whatsapp.webhook.WebhookSlice.Committed;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = WebhookSlice.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "sealpost.whatsapp.app-secret=" + WebhookTest.APP_SECRET,
            "sealpost.whatsapp.previous-app-secrets=" + WebhookTest.OLDER_SECRET + ",oldest-secret",
            "sealpost.whatsapp.verify-token=agreed",
            "sealpost.whatsapp.webhook.allowed-addresses=127.0.0.0/8,2001:db8::/32",
            "sealpost.whatsapp.webhook.trusted-proxies=127.0.0.1",
            "server.address=127.0.0.1"
        })
class WebhookTest {

    static final String APP_SECRET = "not-the-sandbox-secret";
    static final String OLDER_SECRET = "the-secret-before";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    int port;

    @Autowired
    Committed committed;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HandlingThread handling;

    @Autowired
    Refusals refusals;

    @Autowired
    Webhooks status;

    @Autowired
    MeterRegistry meters;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        Parts.database().register(registry);
    }

    @BeforeEach
    void startEmpty() {
        handling.stop();
        refusals.write();
        jdbc.sql("DELETE FROM webhook_inbox").update();
        List.of(committed.updates(), committed.letters(), committed.audit(), committed.batches())
                .forEach(List::clear);
        handling.start();
    }

    @Nested
    class TheStatus {

        @Test
        void countsAndTimesWhatWaitsAndTellsWhichThreadLives() {
            handling.stop();
            jdbc.sql(
                            "INSERT INTO webhook_inbox (content, digest, received_at) VALUES (?, ?, now() - interval '2 minutes')")
                    .params(new byte[] {1}, new byte[] {1})
                    .update();
            WebhookStatus now = status.status();

            assertThat(now.waiting()).isEqualTo(1);
            assertThat(now.oldest()).isBetween(Duration.ofSeconds(120), Duration.ofSeconds(180));
            assertThat(now.storing()).isTrue();
            assertThat(now.handling()).isFalse();
        }

        @Test
        void ofAnEmptyInboxIsThatNothingWaits() {
            assertThat(status.status()).isEqualTo(new WebhookStatus(true, 0, Duration.ZERO, true, true));
        }
    }

    @Nested
    class TheHandshake {

        @Test
        void saysTheChallengeBackAsText() {
            var answer = get("hub.mode=subscribe&hub.verify_token=agreed&hub.challenge=1158201444");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("1158201444");
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        }

        @ParameterizedTest
        @CsvSource({
            "hub.mode=subscribe&hub.verify_token=guessed&hub.challenge=1",
            "hub.mode=unsubscribe&hub.verify_token=agreed&hub.challenge=1",
            "hub.mode=subscribe&hub.challenge=1",
            "''"
        })
        void isRefusedToWhoeverDoesNotKnowTheToken(String query) throws IOException {
            assertProblem(get(query), 403, "wrong-verify-token");
        }
    }

    @Nested
    class ASignedBody {

        @Test
        void movesMessagesOnAndLeavesNothingBehind() {
            assertThat(post(status("wamid.1")).statusCode()).isEqualTo(200);

            await().untilAsserted(() -> assertThat(committed.updates())
                    .extracting(StatusUpdate::channelId)
                    .containsExactly(new Wamids(TestVault.blindIndexer()).index("wamid.1")));
            assertThat(waiting()).isZero();
            assertThat(committed.audit()).singleElement().satisfies(entry -> {
                assertThat(entry.kind()).isEqualTo(AuditKind.WEBHOOK_RECEIVED);
                assertThat(entry.evidence())
                        .containsEntry("webhooks", "1")
                        .containsEntry("sent", "1")
                        .containsEntry("unreadable", "0");
            });
        }

        @Test
        void isDurableAndSealedBeforeItIsAnswered() {
            stopHandling();

            assertThat(post(status("wamid.351912345678")).statusCode()).isEqualTo(200);

            byte[] content = jdbc.sql("SELECT content FROM webhook_inbox")
                    .query(byte[].class)
                    .single();
            assertThat(new String(content, UTF_8))
                    .doesNotContain("351912345678")
                    .doesNotContain("wamid");
        }

        @Test
        void thatComesTwiceWaitsOnce() {
            stopHandling();

            assertThat(post(status("wamid.1")).statusCode()).isEqualTo(200);
            assertThat(post(status("wamid.1")).statusCode()).isEqualTo(200);
            assertThat(post(status("wamid.2")).statusCode()).isEqualTo(200);

            assertThat(waiting()).isEqualTo(2);
        }

        @Test
        void isHandledAfterARestart() {
            stopHandling();
            post(status("wamid.1"));

            handling.start();

            await().untilAsserted(() -> assertThat(committed.updates()).hasSize(1));
        }

        @Test
        void mayComeInChunksOfUnknownLength() {
            byte[] body = status("wamid.1").getBytes(UTF_8);
            var request = signed(body, signature(body))
                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

            assertThat(send(request).statusCode()).isEqualTo(200);
        }

        @Test
        void ofThreeMegabytesIsTaken() {
            String body = status("wamid.1");

            assertThat(post(body + " ".repeat(BodyReader.MOST - body.length())).statusCode())
                    .isEqualTo(200);
            await().untilAsserted(() -> assertThat(committed.updates()).hasSize(1));
        }

        @Test
        void ofAnOddKindIsCountedAndAnswered() {
            post(
                    "{\"entry\": [{\"changes\": [{\"field\": \"brand_new\", \"value\": {\"phone\": \"351912345678\"}}]}]}");

            await().untilAsserted(() -> assertThat(committed.audit())
                    .singleElement()
                    .extracting(AuditRecord::evidence)
                    .asString()
                    .contains("fields=1")
                    .doesNotContain("brand_new")
                    .doesNotContain("351912345678"));
        }

        @Test
        void thatCannotBeReadBecomesADeadLetterAndTheOthersGoOn() {
            post("{\"entry\": [");
            post("[".repeat(100_000));
            post(status("wamid.1"));

            await().untilAsserted(() -> assertThat(committed.letters())
                    .extracting(letter -> letter.reason().word())
                    .containsExactly("malformed", "malformed"));
            await().untilAsserted(() -> assertThat(committed.updates()).hasSize(1));
            assertThat(waiting()).isZero();
        }
    }

    @Nested
    class ManyAtOnce {

        @Test
        void areHandledInBatches() {
            stopHandling();
            List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 300)
                    .mapToObj(i -> sendAsync(status("wamid." + i)))
                    .toList();
            assertThat(answers).allSatisfy(answer -> assertThat(
                            answer.get(20, TimeUnit.SECONDS).statusCode())
                    .isEqualTo(200));

            handling.start();

            await().untilAsserted(() -> assertThat(committed.updates())
                    .extracting(StatusUpdate::channelId)
                    .doesNotHaveDuplicates()
                    .hasSize(300));
            assertThat(committed.batches()).containsExactly(200, 100);
        }
    }

    @Nested
    class OneThatCannotBeHandled {

        @Test
        void stepsAsideAndBecomesADeadLetterAfterItsAttempts() {
            stopHandling();
            post(status("wamid.1"));
            post(status(Committed.POISON));
            post(status("wamid.2"));

            handling.start();
            await().untilAsserted(() -> assertThat(committed.updates()).hasSize(2));
            await().untilAsserted(() -> assertThat(attempts()).isEqualTo(1));
            while (waiting() > 0) {
                int before = attempts();
                jdbc.sql("UPDATE webhook_inbox SET next_attempt_at = now()").update();
                await().until(() -> waiting() == 0 || attempts() > before);
            }

            assertThat(committed.letters()).singleElement().satisfies(letter -> {
                assertThat(letter.reason()).hasToString("not-handled: IllegalStateException");
                assertThat(new String(letter.raw(), UTF_8)).contains(Committed.POISON);
            });
            assertThat(committed.updates()).hasSize(2);
        }

        @Test
        void becauseItsSealIsBrokenIsKeptAsItIs() {
            stopHandling();
            post(status("wamid.1"));
            jdbc.sql("UPDATE webhook_inbox SET digest = decode(repeat('00', 32), 'hex'), attempts = 4")
                    .update();

            handling.start();

            await().untilAsserted(() -> assertThat(committed.letters())
                    .extracting(DeadEvent::reason)
                    .hasToString("[not-handled: SealBroken]"));
            assertThat(committed.audit()).extracting(AuditRecord::kind).contains(AuditKind.SEAL_BROKEN);
            assertThat(committed.updates()).isEmpty();
        }
    }

    @Nested
    class AForgedCall {

        @Test
        void withoutASignatureIsRefusedUnread() throws IOException {
            assertProblem(send(request().POST(BodyPublishers.ofString(status("wamid.1")))), 401, "not-signed");
        }

        @ParameterizedTest
        @CsvSource({"sha256=", "sha256=zz", "sha1=00", "00", "''"})
        void withHalfASignatureIsRefused(String signature) throws IOException {
            assertProblem(
                    send(request().header(WebhookSignature.HEADER, signature).POST(BodyPublishers.ofString("{}"))),
                    401,
                    "not-signed");
        }

        @Test
        void withAnotherBodysSignatureIsRefused() throws IOException {
            String body = status("wamid.1");
            String others = signature(status("wamid.2").getBytes(UTF_8));

            assertProblem(send(signed(body.getBytes(UTF_8), others)), 401, "not-signed");
            assertProblem(
                    send(signed((body + " ").getBytes(UTF_8), signature(body.getBytes(UTF_8)))), 401, "not-signed");
        }

        @Test
        void leavesNothingButACountInTheAudit() {
            for (int i = 0; i < 50; i++) {
                send(signed(status("wamid." + i).getBytes(UTF_8), "sha256=" + "00".repeat(32)));
            }

            handling.stop(); // writes what is counted, without the wait between two entries

            assertThat(committed.audit())
                    .filteredOn(entry -> entry.kind() == AuditKind.WEBHOOK_REFUSED)
                    .extracting(entry -> Integer.parseInt(entry.evidence().get("count")))
                    .satisfies(counts -> assertThat(
                                    counts.stream().mapToInt(Integer::intValue).sum())
                            .isEqualTo(50));
            assertThat(committed.audit()).hasSizeLessThanOrEqualTo(2).allSatisfy(entry -> assertThat(entry.reason())
                    .hasToString("wrongly-signed"));
            assertThat(waiting()).isZero();
            assertThat(committed.updates()).isEmpty();
        }
    }

    @Nested
    class ASecretThatIsBeingReplaced {

        @Test
        void stillOpensTheWebhookAndShowsInTheAudit() {
            byte[] body = status("wamid.1").getBytes(UTF_8);

            assertThat(send(signed(body, signature(body, OLDER_SECRET))).statusCode())
                    .isEqualTo(200);

            await().untilAsserted(() -> assertThat(committed.audit())
                    .filteredOn(entry -> entry.kind() == AuditKind.WEBHOOK_PREVIOUS_SECRET)
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.evidence()).containsEntry("place", "1")));
            assertThat(meters.counter("sealpost.whatsapp.webhook.previous.secret", "place", "1")
                            .count())
                    .isEqualTo(1);
        }
    }

    @Nested
    class AForeignCaller {

        @Test
        void isTurnedAwayBeforeTheHandshakeAndWithARightSignature() throws IOException {
            byte[] body = status("wamid.1").getBytes(UTF_8);

            assertProblem(
                    send(signed(body, signature(body)).header("X-Forwarded-For", "203.0.113.9")),
                    403,
                    "foreign-caller");
            assertProblem(
                    send(HttpRequest.newBuilder(uri("?hub.mode=subscribe&hub.verify_token=agreed&hub.challenge=1"))
                            .header("X-Forwarded-For", "203.0.113.9")),
                    403,
                    "foreign-caller");
            handling.stop();
            assertThat(waiting()).isZero();
            assertThat(committed.audit()).singleElement().satisfies(entry -> assertThat(entry.reason())
                    .hasToString("foreign-address"));
        }

        @Test
        void isOneWhoseAddressTheProxyVouchesForInVain() {
            byte[] body = status("wamid.1").getBytes(UTF_8);

            assertThat(send(signed(body, signature(body))
                                    .header("X-Forwarded-For", "127.0.0.2, 203.0.113.9, 2001:db8::7"))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Nested
    class AMonster {

        @Test
        void thatSaysItIsTooLargeIsRefusedAlsoUnsigned() {
            byte[] body = new byte[3 * 1024 * 1024 + 1];

            assertThat(send(request().POST(BodyPublishers.ofByteArray(body))).statusCode())
                    .isEqualTo(413);
        }

        @Test
        void thatSaysItIsTooLargeIsRefusedAtOnce() throws IOException {
            byte[] body = new byte[10 * 1024 * 1024];

            assertThat(rawPost("Content-Length: " + body.length + "\r\n", new byte[0]))
                    .startsWith("HTTP/1.1 413");
        }

        @Test
        void thatSaysNothingOfItsLengthIsRefusedOnTheWay() throws IOException {
            var chunks = new ByteArrayOutputStream();
            for (int i = 0; i < 33; i++) {
                chunks.writeBytes("19000\r\n".getBytes(UTF_8));
                chunks.writeBytes(new byte[0x19000]);
                chunks.writeBytes("\r\n".getBytes(UTF_8));
            }
            chunks.writeBytes("0\r\n\r\n".getBytes(UTF_8));

            assertThat(rawPost("Transfer-Encoding: chunked\r\n", chunks.toByteArray()))
                    .startsWith("HTTP/1.1 413");
        }

        @Test
        void thatIsZippedIsRefusedUnread() throws IOException {
            byte[] body = status("wamid.1").getBytes(UTF_8);
            var zipped = new ByteArrayOutputStream();
            try (OutputStream gzip = new GZIPOutputStream(zipped)) {
                gzip.write(body);
            }
            byte[] bytes = zipped.toByteArray();

            assertProblem(send(signed(bytes, signature(bytes)).header("Content-Encoding", "gzip")), 415, "encoded");
            assertThat(send(signed(body, signature(body)).header("Content-Encoding", "identity"))
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void thatBreaksOffIsNotTaken() throws IOException {
            rawPost("Content-Length: 1000\r\n", "{\"entry\"".getBytes(UTF_8));

            assertThat(waiting()).isZero();
        }
    }

    private int waiting() {
        return jdbc.sql("SELECT count(*) FROM webhook_inbox")
                .query(Integer.class)
                .single();
    }

    private int attempts() {
        return jdbc.sql("SELECT coalesce(max(attempts), 0) FROM webhook_inbox")
                .query(Integer.class)
                .single();
    }

    /** Webhooks are still stored, but stay where they are. */
    private void stopHandling() {
        handling.stop();
    }

    private static String status(String channelId) {
        return "{\"entry\": [{\"changes\": [{\"field\": \"messages\", \"value\": {\"statuses\": [{\"id\": \"%s\", \"status\": \"sent\"}]}}]}]}"
                .formatted(channelId);
    }

    private HttpResponse<String> get(String query) {
        return send(HttpRequest.newBuilder(uri("?" + query)));
    }

    private HttpResponse<String> post(String body) {
        return send(signed(body.getBytes(UTF_8), signature(body.getBytes(UTF_8))));
    }

    private CompletableFuture<HttpResponse<String>> sendAsync(String body) {
        var request = signed(body.getBytes(UTF_8), signature(body.getBytes(UTF_8)));
        return CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder signed(byte[] body, String signature) {
        return request().header(WebhookSignature.HEADER, signature).POST(BodyPublishers.ofByteArray(body));
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(uri("")).header("Content-Type", "application/json");
    }

    private URI uri(String query) {
        return URI.create("http://127.0.0.1:" + port + "/webhooks/whatsapp" + query);
    }

    /** The first bytes of the answer to a request that no proper client would send. */
    private String rawPost(String header, byte[] body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String head = "POST /webhooks/whatsapp HTTP/1.1\r\nHost: x\r\n" + WebhookSignature.HEADER + ": sha256="
                    + "00".repeat(32) + "\r\n" + header + "\r\n";
            socket.getOutputStream().write(head.getBytes(UTF_8));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readNBytes(12), UTF_8);
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String word) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(new ObjectMapper().readTree(answer.body()).path("type").asText())
                .isEqualTo("urn:sealpost:problem:" + word);
    }

    private static String signature(byte[] body) {
        return signature(body, APP_SECRET);
    }

    private static String signature(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (java.security.GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
