package dev.sealpost.whatsapp.cloudapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sealpost.message.Reason;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer.Ok;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer.Refused;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer.Unreachable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls of the Graph API against servers that behave and that do not. */
class GraphApiTest {

    private static final Duration CONNECT = Duration.ofMillis(300);
    private static final Duration REQUEST = Duration.ofMillis(700);
    private static final Duration MEDIA = Duration.ofSeconds(2);
    private static final String TOKEN = "EAAG-token";

    /** {@code printf %s EAAG-token | openssl dgst -sha256 -hmac app-secret} */
    private static final String PROOF = "d402b447efc46005b36c8e1f71fb619235c471fc7a8348fa3529923d2f42f4d4";

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Nested
    class Calls {

        @Test
        void carryTokenProofAndEncodedQuery() {
            CloudApiStub stub = answering(200, "{\"id\":\"1\"}");
            var query = new LinkedHashMap<String, String>();
            query.put("fields", "id,name");
            query.put("after", "a&b=c d");

            GraphAnswer answer = done(api(stub).get(TOKEN, "100000000000001/settings", query));

            assertThat(answer).isInstanceOfSatisfying(Ok.class, ok -> assertThat(
                            ok.json().path("id").textValue())
                    .isEqualTo("1"));
            CloudApiStub.Request request = stub.requests().get(0);
            assertThat(request.line())
                    .isEqualTo("GET /v23.0/100000000000001/settings?fields=id%2Cname&after=a%26b%3Dc+d&appsecret_proof="
                            + PROOF + " HTTP/1.1");
            assertThat(request.header("Authorization")).isEqualTo("Bearer " + TOKEN);
        }

        @Test
        void postJson() {
            CloudApiStub stub = answering(200, "{\"success\":true}");

            var json = JsonNodeFactory.instance.objectNode().put("pin", "123456");
            assertThat(done(api(stub).post(TOKEN, "1/register", json))).isInstanceOf(Ok.class);

            CloudApiStub.Request request = stub.requests().get(0);
            assertThat(request.line()).isEqualTo("POST /v23.0/1/register?appsecret_proof=" + PROOF + " HTTP/1.1");
            assertThat(request.header("Content-Type")).isEqualTo("application/json");
            assertThat(request.body()).isEqualTo("{\"pin\":\"123456\"}");
        }

        @Test
        void neverLeaveTheObjectTheyAreAbout() {
            CloudApiStub stub = answering(200, "{}");
            GraphApi api = api(stub);

            for (String path :
                    List.of("../v1.0/me", "1//x", "1/../2", "1?x=y", "1#x", "", "1/%2e%2e", "//evil.example")) {
                assertThat(done(api.get(TOKEN, path, Map.of())))
                        .isEqualTo(new Unreachable(Reason.of("malformed-path")));
            }
            assertThat(stub.requests()).isEmpty();
        }
    }

    @Nested
    class Answers {

        @Test
        void withAnErrorCodeAreRefusalsWhateverTheStatus() {
            String error =
                    "{\"error\":{\"message\":\"call 351912345678\",\"code\":190,\"error_subcode\":463,\"fbtrace_id\":\"x\"}}";

            for (int status : List.of(401, 400, 200, 500)) {
                GraphAnswer answer = get(answering(status, error));
                assertThat(answer).isEqualTo(new Refused(190, 463, status, CloudApiErrors.reason(190)));
                assertThat(answer.toString()).doesNotContain("351912345678");
            }
        }

        @Test
        void withoutJsonAreNone() {
            assertThat(get(answering(200, "<html>captive portal</html>"))).isEqualTo(unusable("HTTP 200, not JSON"));
            assertThat(get(answering(200, ""))).isEqualTo(unusable("HTTP 200, not JSON"));
            assertThat(get(answering(200, "[".repeat(60_000)))).isEqualTo(unusable("HTTP 200, not JSON"));
            assertThat(get(answering(502, "Bad Gateway"))).isEqualTo(unusable("HTTP 502"));
            assertThat(get(answering(404, "nginx")))
                    .isEqualTo(new Unreachable(Reason.of("refused-in-between", "HTTP 404")));
        }

        @Test
        void longerThanTheCallAllowsAreCutOff() {
            CloudApiStub stub = answering(200, "{\"a\":\"%s\"}".formatted("x".repeat(1000)));
            GraphApi api = api(stub);

            assertThat(done(api.get(TOKEN, "1", Map.of(), 1008))).isInstanceOf(Ok.class);
            assertThat(done(api.get(TOKEN, "1", Map.of(), 1007))).isEqualTo(unusable("HTTP 200, answer too long"));
        }

        @Test
        void thatRedirectAreNotFollowedWithTheToken() {
            CloudApiStub elsewhere = answering(200, "{}");

            assertThat(get(answering(302, "", "Location: " + elsewhere.uri() + "/v23.0/1")))
                    .isEqualTo(new Unreachable(Reason.of("redirected", "HTTP 302")));
            assertThat(elsewhere.requests()).isEmpty();
        }

        @Test
        void thatDoNotComeAreWaitedForNoLongerThanSet() {
            assertThat(get(stub(CloudApiStub.Exchange::neverAnswer)))
                    .isEqualTo(new Unreachable(Reason.of("no-answer")));
            assertThat(get(stub(CloudApiStub.Exchange::reset)))
                    .isEqualTo(new Unreachable(Reason.of("connection-lost")));
            assertThat(done(api(URI.create("http://127.0.0.1:1")).get(TOKEN, "1", Map.of())))
                    .isEqualTo(new Unreachable(Reason.of("connection-refused")));
        }
    }

    @Nested
    class Uploads {

        @Test
        void areFormsOfFieldsAndAFile(@TempDir Path directory) throws IOException {
            CloudApiStub stub = answering(200, "{\"id\":\"42\"}");
            Path file = Files.writeString(directory.resolve("x"), "%PDF-1.7 " + "y".repeat(200_000));
            var fields = new LinkedHashMap<String, String>();
            fields.put("messaging_product", "whatsapp");
            fields.put("type", "application/pdf");

            FilePart part = FilePart.of("a \"b\"\r\nX: y.pdf", "application/pdf", file);
            assertThat(done(api(stub).upload(TOKEN, "1/media", fields, part))).isInstanceOf(Ok.class);

            CloudApiStub.Request request = stub.requests().get(0);
            String boundary = request.header("Content-Type").replace("multipart/form-data; boundary=", "--");
            assertThat(request.body())
                    .isEqualTo(String.join(
                            "\r\n",
                            boundary,
                            "Content-Disposition: form-data; name=\"messaging_product\"",
                            "",
                            "whatsapp",
                            boundary,
                            "Content-Disposition: form-data; name=\"type\"",
                            "",
                            "application/pdf",
                            boundary,
                            "Content-Disposition: form-data; name=\"file\"; filename=\"a %22b%22%0D%0AX: y.pdf\"",
                            "Content-Type: application/pdf",
                            "",
                            Files.readString(file),
                            boundary + "--",
                            ""));
        }

        @Test
        void ofAnotherLengthThanSaidFail() {
            CloudApiStub stub = answering(200, "{\"id\":\"42\"}");
            FilePart right = FilePart.of("x", "image/png", new byte[10]);
            GraphApi api = api(stub);

            for (long length : List.of(9L, 11L)) {
                var wrong = new FilePart("x", "image/png", length, right.content());
                assertThat(done(api.upload(TOKEN, "1/media", Map.of(), wrong))).isInstanceOf(Unreachable.class);
            }
            assertThat(stub.requests()).isEmpty();
        }
    }

    @Nested
    class Downloads {

        private final ByteArrayOutputStream received = new ByteArrayOutputStream();

        @Test
        void arePassedOnAsTheyComeIn() {
            CloudApiStub stub = answering(200, "z".repeat(300_000));

            assertThat(download(stub, 300_000)).isEqualTo(new MediaAnswer.Received(300_000));

            assertThat(received.toString(UTF_8)).isEqualTo("z".repeat(300_000));
            assertThat(stub.requests().get(0).line()).isEqualTo("GET /file?hash=x HTTP/1.1");
            assertThat(stub.requests().get(0).header("Authorization")).isEqualTo("Bearer " + TOKEN);
        }

        @Test
        void ofMoreThanAllowedAreCutOff() {
            CloudApiStub stub = stub(exchange -> {
                exchange.raw("HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n");
                while (true) {
                    exchange.raw("x".repeat(10_000));
                }
            });

            assertThat(download(stub, 100_000)).isEqualTo(unusable("HTTP 200, answer too long"));
            assertThat(received.size()).isLessThanOrEqualTo(100_000);
            await().untilAsserted(() -> assertThat(stub.openConnections()).isZero());
        }

        @Test
        void thatDripAreCutOffAtTheDeadline() {
            CloudApiStub stub = stub(exchange -> {
                exchange.raw("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
                while (true) {
                    exchange.raw("x");
                    exchange.holdBack(50);
                }
            });

            assertThat(download(stub, 100_000)).isEqualTo(new Unreachable(Reason.of("no-answer")));
            await().untilAsserted(() -> assertThat(stub.openConnections()).isZero());
        }

        @Test
        void tellRefusalsAndBrokenEndsFromFiles() {
            assertThat(download(answering(404, "{\"error\":{\"code\":100,\"error_subcode\":33}}"), 10))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason().word()).isEqualTo("sender-unknown"));
            CloudApiStub half = stub(exchange -> {
                exchange.raw("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf");
                exchange.close();
            });
            assertThat(download(half, 10)).isEqualTo(new Unreachable(Reason.of("connection-lost")));
        }

        @Test
        void endWhenTheSinkTakesNoMore() {
            CloudApiStub stub = answering(200, "abc");

            MediaAnswer answer = done(api(stub).download(TOKEN, stub.uri().resolve("/file"), full(), 10));

            assertThat(answer).isInstanceOf(Unreachable.class);
        }

        @Test
        void goToNoOtherHost() {
            CloudApiStub cloud = answering(200, "");
            CloudApiStub other = answering(200, "stolen");
            GraphApi api = api(cloud);
            int port = cloud.uri().getPort();

            for (String address : List.of(
                    other.uri() + "/file",
                    "http://localhost:" + port + "/file",
                    "https://127.0.0.1:" + port + "/file",
                    "http://user@127.0.0.1:" + port + "/file",
                    "http://media.example/file",
                    "https://media.example:8443/file",
                    "https://media.example.evil.example/file",
                    "file:///etc/passwd")) {
                assertThat(done(api.download(TOKEN, URI.create(address), full(), 10)))
                        .as(address)
                        .isEqualTo(new Unreachable(Reason.of("foreign-host")));
            }
            assertThat(other.requests()).isEmpty();
            assertThat(new GraphAddresses(cloud.uri(), "v23.0", Set.of("media.example"))
                            .mayHaveToken(URI.create("https://MEDIA.example/file?x=y")))
                    .isTrue();
        }

        private MediaAnswer download(CloudApiStub stub, long most) {
            return done(api(stub).download(TOKEN, stub.uri().resolve("/file?hash=x"), this::keep, most));
        }

        private void keep(ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            received.writeBytes(copy);
        }

        private static MediaSink full() {
            return bytes -> {
                throw new IOException("No space left on device");
            };
        }
    }

    private GraphAnswer get(CloudApiStub stub) {
        return done(api(stub).get(TOKEN, "1", Map.of()));
    }

    private static <T> T done(CompletableFuture<T> future) {
        return future.orTimeout(MEDIA.plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private GraphApi api(CloudApiStub stub) {
        return api(stub.uri());
    }

    private GraphApi api(URI base) {
        var settings = new GraphSettings(base, "v23.0", CONNECT, REQUEST, MEDIA, Set.of("media.example"));
        GraphApi api = new GraphApi(settings, AppSecretProof.under("app-secret"));
        open.add(api);
        return api;
    }

    private CloudApiStub answering(int status, String body, String... headers) {
        return stub(exchange -> exchange.respond(status, body, headers));
    }

    private CloudApiStub stub(CloudApiStub.Script script) {
        CloudApiStub stub = CloudApiStub.that(script);
        open.add(stub);
        return stub;
    }

    private static Unreachable unusable(String detail) {
        return new Unreachable(Reason.of("unusable-answer", detail));
    }
}
