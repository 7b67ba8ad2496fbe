package dev.sealpost.whatsapp.cloudapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sealpost.delivery.DeliveryOutcome;
import dev.sealpost.delivery.DeliveryOutcome.Accepted;
import dev.sealpost.delivery.DeliveryOutcome.RetryLater;
import dev.sealpost.delivery.DeliveryOutcome.Uncertain;
import dev.sealpost.delivery.Scope;
import dev.sealpost.message.Reason;
import dev.sealpost.whatsapp.cloudapi.CloudApiStub.Script;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One POST against servers that misbehave: the outcome is exact, and comes in time. */
class CloudApiTest {

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration REQUEST = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String BODY = "{\"to\":\"351912345678\"}";

    private final CloudApi cloudApi = new CloudApi(CONNECT, REQUEST, AppSecretProof.none());
    private final List<AutoCloseable> servers = new ArrayList<>(List.of(cloudApi));

    @AfterEach
    void stopServers() throws Exception {
        for (AutoCloseable server : servers) {
            server.close();
        }
    }

    @Nested
    class AcceptedMessages {

        @Test
        void theIdIsTheChannelsId() {
            assertThat(postTo(answering(200, CloudApiStub.ACCEPTED))).isEqualTo(new Accepted("wamid.1"));
        }

        @Test
        void tokenAndBodyArriveAsGiven() {
            CloudApiStub stub = answering(200, CloudApiStub.ACCEPTED);

            postTo(stub);

            CloudApiStub.Request request = stub.requests().get(0);
            assertThat(request.line()).isEqualTo("POST /messages HTTP/1.1");
            assertThat(request.header("Authorization")).isEqualTo("Bearer secret");
            assertThat(request.header("Content-Type")).isEqualTo("application/json");
            assertThat(request.body()).isEqualTo(BODY);
        }

        @Test
        void theAnswerMayComeInChunksAndSlowly() {
            CloudApiStub stub = stub(exchange -> {
                exchange.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                for (String part : CloudApiStub.ACCEPTED.split("(?<=,)")) {
                    exchange.raw(Integer.toHexString(part.length()) + "\r\n" + part + "\r\n");
                    exchange.holdBack(20);
                }
                exchange.raw("0\r\n\r\n");
            });

            assertThat(postTo(stub)).isEqualTo(new Accepted("wamid.1"));
        }
    }

    @Nested
    class NotWritten {

        @Test
        void aRefusedConnectionIsTriedAgain() throws IOException {
            assertThat(post(URI.create("http://127.0.0.1:" + unusedPort())))
                    .isEqualTo(retry(Reason.of("connection-refused"), null));
        }

        @Test
        void anUnknownHostIsTriedAgain() {
            assertThat(post(URI.create("http://no-such-host.invalid")))
                    .isEqualTo(retry(Reason.of("unknown-host"), null));
        }

        @Test
        void aConnectionThatIsNotTakenIsTriedAgain() throws IOException {
            ServerSocket full = serverThatTakesNoConnection();

            assertThat(post(URI.create("http://127.0.0.1:" + full.getLocalPort())))
                    .isEqualTo(retry(Reason.of("connect-timed-out"), null));
        }

        @Test
        void tlsWithAServerThatSpeaksNoneIsTriedAgain() {
            CloudApiStub stub = CloudApiStub.greeting("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
            servers.add(stub);

            // A JVM's first handshake loads much: half a second is not always enough for it.
            DeliveryOutcome outcome = new CloudApi(PATIENCE, PATIENCE, AppSecretProof.none())
                    .post(stub.tlsUri(), "secret", new OneTimeBody(BODY.getBytes(UTF_8)))
                    .join();

            assertThat(outcome).isEqualTo(retry(Reason.of("tls-failed"), null));
        }

        @Test
        void aTlsHandshakeThatHangsIsTriedAgain() {
            CloudApiStub stub = stub(CloudApiStub.Exchange::neverAnswer);

            assertThat(post(stub.tlsUri())).isEqualTo(retry(Reason.of("connect-timed-out"), null));
        }

        @Test
        void aTokenThatCannotBeAHeaderIsTriedAgainAndNotRepeatedInTheReason() {
            var body = new OneTimeBody(BODY.getBytes(UTF_8));

            DeliveryOutcome outcome = cloudApi.post(answering(200, "").uri(), "bad\ntoken", body)
                    .orTimeout(1, TimeUnit.SECONDS)
                    .join();

            assertThat(outcome).isEqualTo(retry(Reason.of("not-sent"), null));
        }

        @Test
        void aProxyThatGetsNoFurtherIsNotTheCloudApiWhateverItSays() throws Exception {
            CloudApiStub proxy = answering(503, "{\"error\":{\"code\":131026}}");
            var address =
                    new InetSocketAddress(proxy.uri().getHost(), proxy.uri().getPort());

            try (CloudApi behind = new CloudApi(CONNECT, REQUEST, AppSecretProof.none(), ProxySelector.of(address))) {
                DeliveryOutcome outcome = behind.post(
                                URI.create("https://graph.invalid/messages"),
                                "secret",
                                new OneTimeBody(BODY.getBytes(UTF_8)))
                        .join();

                assertThat(outcome).isEqualTo(retry(Reason.of("refused-in-between", "HTTP 503"), null));
            }
            assertThat(proxy.requests()).hasSize(1).allSatisfy(request -> {
                assertThat(request.line()).startsWith("CONNECT graph.invalid:443");
                assertThat(request.header("Authorization")).isNull();
            });
        }

        @Test
        void aWithdrawnBodyIsNeverWritten() {
            CloudApiStub stub = answering(200, CloudApiStub.ACCEPTED);
            var body = new OneTimeBody(BODY.getBytes(UTF_8));
            assertThat(body.withdraw()).isTrue();

            assertThat(post(stub.uri(), body)).isEqualTo(retry(Reason.of("not-sent"), null));
            assertThat(stub.requests()).isEmpty();
        }
    }

    @Nested
    class WrittenWithoutAUsableAnswer {

        private static final Uncertain NO_ANSWER =
                new Uncertain(Reason.of("no-answer", "timed out after the request was written"));
        private static final Uncertain LOST =
                new Uncertain(Reason.of("connection-lost", "after the request was written"));

        @Test
        void silenceIsUncertainAndLeavesNoConnection() {
            CloudApiStub stub = stub(CloudApiStub.Exchange::neverAnswer);

            assertThat(postTo(stub)).isEqualTo(NO_ANSWER);
            await().untilAsserted(() -> assertThat(stub.openConnections()).isZero());
        }

        @Test
        void anAnswerThatDripsIsCutOffAtTheDeadline() {
            CloudApiStub stub = stub(exchange -> {
                exchange.raw("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
                while (true) {
                    exchange.raw(" ");
                    exchange.holdBack(50);
                }
            });

            assertThat(postTo(stub)).isEqualTo(NO_ANSWER);
            await().untilAsserted(() -> assertThat(stub.openConnections()).isZero());
        }

        @Test
        void headersThatDripAreCutOff() {
            CloudApiStub stub = stub(exchange -> {
                exchange.raw("HTTP/1.1 200 OK\r\n");
                while (true) {
                    exchange.raw("X: y\r\n");
                    exchange.holdBack(50);
                }
            });

            assertThat(postTo(stub)).isEqualTo(NO_ANSWER);
        }

        @Test
        void aResetIsUncertainAndTheRequestIsNotRepeated() {
            CloudApiStub stub = stub(CloudApiStub.Exchange::reset);

            assertThat(postTo(stub)).isEqualTo(LOST);
            assertThat(stub.requests()).hasSize(1);
        }

        @Test
        void anEndWithoutAnAnswerIsUncertainAndTheRequestIsNotRepeated() {
            CloudApiStub stub = stub(CloudApiStub.Exchange::close);

            assertThat(postTo(stub)).isEqualTo(LOST);
            assertThat(stub.requests()).hasSize(1);
        }

        @Test
        void aConnectionKeptFromBeforeThatBreaksIsUncertainAndNotRepeated() {
            List<String> seen = new ArrayList<>();
            CloudApiStub stub = stub(exchange -> {
                seen.add(exchange.request().line());
                if (seen.size() == 1) {
                    exchange.respond(200, CloudApiStub.ACCEPTED);
                } else {
                    exchange.close();
                }
            });

            assertThat(postTo(stub)).isInstanceOf(Accepted.class);
            assertThat(postTo(stub)).isEqualTo(LOST);
            assertThat(stub.requests()).hasSize(2);
        }

        @Test
        void halfAnAnswerIsUncertain() {
            CloudApiStub stub = stub(exchange -> {
                exchange.raw("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" + CloudApiStub.ACCEPTED);
                exchange.close();
            });

            assertThat(postTo(stub)).isEqualTo(LOST);
        }

        @Test
        void brokenChunksAreUncertain() {
            CloudApiStub stub = stub(exchange ->
                    exchange.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nnot a chunk"));

            assertThat(postTo(stub)).isEqualTo(LOST);
        }

        @Test
        void garbageInsteadOfHttpIsUncertain() {
            CloudApiStub stub = stub(exchange -> {
                exchange.raw("SSH-2.0-OpenSSH_9.2\r\n\r\n");
                exchange.close();
            });

            assertThat(postTo(stub)).isEqualTo(LOST);
        }

        @Test
        void anAnswerThatNeverEndsIsCutOffByItsLength() {
            CloudApiStub stub = stub(exchange -> {
                exchange.raw("HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n");
                String filling = "x".repeat(CloudApi.MOST_BYTES);
                while (true) {
                    exchange.raw(filling);
                }
            });

            assertThat(postTo(stub)).isEqualTo(unusable("HTTP 200, answer too long"));
            await().untilAsserted(() -> assertThat(stub.openConnections()).isZero());
        }

        @Test
        void successWithoutAnIdIsUncertain() {
            Uncertain nothing = unusable("HTTP 200, no id and no error code");
            assertThat(postTo(answering(200, ""))).isEqualTo(nothing);
            assertThat(postTo(answering(200, "<html>captive portal</html>"))).isEqualTo(nothing);
            assertThat(postTo(answering(200, "{\"messages\":[{\"id\":"))).isEqualTo(nothing);
            assertThat(postTo(answering(200, "{\"messages\":[]}"))).isEqualTo(nothing);
            assertThat(postTo(answering(200, "[".repeat(60_000)))).isEqualTo(nothing);
        }

        @Test
        void aGatewaysErrorProvesNothing() {
            assertThat(postTo(answering(502, "<html>Bad Gateway</html>")))
                    .isEqualTo(unusable("HTTP 502, no id and no error code"));
            assertThat(postTo(answering(500, ""))).isEqualTo(unusable("HTTP 500, no id and no error code"));
        }
    }

    @Nested
    class RefusedByTheAnswer {

        @Test
        void theCodeDecidesWhateverTheStatus() {
            String error = "{\"error\":{\"message\":\"(#131026) call 351912345678\",\"code\":131026}}";
            var undeliverable = CloudApiErrors.find(131026).refusal(null);

            assertThat(postTo(answering(400, error))).isEqualTo(undeliverable);
            assertThat(postTo(answering(200, error))).isEqualTo(undeliverable);
            assertThat(postTo(answering(500, error))).isEqualTo(undeliverable);
        }

        @Test
        void throttlingSaysHowLongToWait() {
            assertThat(postTo(answering(429, "{\"error\":{\"code\":130429}}", "Retry-After: 7")))
                    .isEqualTo(CloudApiErrors.find(130429).refusal(Duration.ofSeconds(7)));
            assertThat(postTo(answering(429, "slow down", "Retry-After: 7")))
                    .isEqualTo(retry(Reason.of("refused-in-between", "HTTP 429"), Duration.ofSeconds(7)));
        }

        @Test
        void aRedirectIsNotFollowedAndTheTokenStays() {
            CloudApiStub elsewhere = answering(200, CloudApiStub.ACCEPTED);

            assertThat(postTo(answering(307, "", "Location: " + elsewhere.uri() + "/messages")))
                    .isEqualTo(retry(Reason.of("redirected", "HTTP 307"), null));
            assertThat(elsewhere.requests()).isEmpty();
        }

        @Test
        void theCodeDecidesHoweverOddlyTheAnswerAsksForAuthentication() {
            String challenge = "WWW-Authenticate: OAuth \"Facebook Platform\" \"invalid_token\" \"call 351912345678\"";

            assertThat(postTo(answering(401, "{\"error\":{\"code\":190}}", challenge)))
                    .isEqualTo(CloudApiErrors.find(190).refusal(null));
        }

        @Test
        void aRefusalByWhateverIsInBetweenFailsNothing() {
            assertThat(postTo(answering(404, "<html>nginx</html>")))
                    .isEqualTo(retry(Reason.of("refused-in-between", "HTTP 404"), null));
            assertThat(postTo(answering(407, "", "Proxy-Authenticate: Basic"))).isInstanceOf(RetryLater.class);
        }
    }

    private DeliveryOutcome postTo(CloudApiStub stub) {
        return post(stub.uri());
    }

    private DeliveryOutcome post(URI base) {
        return post(base, new OneTimeBody(BODY.getBytes(UTF_8)));
    }

    /** Fails unless there is an outcome within the deadline the transport promises. */
    private DeliveryOutcome post(URI base, OneTimeBody body) {
        return cloudApi.post(base.resolve("/messages"), "secret", body)
                .orTimeout(cloudApi.deadline().plusMillis(500).toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private CloudApiStub answering(int status, String body, String... headers) {
        return stub(exchange -> exchange.respond(status, body, headers));
    }

    private CloudApiStub stub(Script script) {
        CloudApiStub stub = CloudApiStub.that(script);
        servers.add(stub);
        return stub;
    }

    private ServerSocket serverThatTakesNoConnection() throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        servers.add(server);
        for (int i = 0; i < 3; i++) {
            Socket waiting = new Socket();
            servers.add(waiting);
            try {
                waiting.connect(server.getLocalSocketAddress(), 100);
            } catch (IOException backlogFull) {
                break;
            }
        }
        return server;
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return server.getLocalPort();
        }
    }

    private static RetryLater retry(Reason reason, Duration after) {
        return new RetryLater(reason, after, Scope.SENDER);
    }

    private static Uncertain unusable(String detail) {
        return new Uncertain(Reason.of("unusable-answer", detail));
    }
}
