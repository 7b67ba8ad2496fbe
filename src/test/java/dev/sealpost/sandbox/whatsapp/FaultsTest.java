package dev.sealpost.sandbox.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sealpost.testing.CloudApiClient;
import dev.sealpost.testing.OwnCloudApi;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Told to, the WhatsApp sandbox fails as the real one does")
class FaultsTest {
    static final String PERSON = "351912345678";

    @TempDir
    static Path directory;

    static OwnCloudApi api;
    static MetaClient meta;

    int before;

    @BeforeAll
    static void start() throws IOException {
        api = OwnCloudApi.start(directory);
        meta = new MetaClient(api.uri());
    }

    @AfterAll
    static void stop() throws IOException {
        api.close();
    }

    @BeforeEach
    void clear() {
        api.client().clearFaults();
        before = received();
    }

    @Test
    void errorForACountOfRequests() throws Exception {
        api.client().order("{\"kind\":\"error\",\"code\":131049,\"count\":2}");
        send().isError(400, 131049);
        send().isError(400, 131049);
        assertThat(send().status()).isEqualTo(200);
        assertThat(received()).isEqualTo(before + 1);
        assertThat(active()).isEqualTo("{\"faults\":[]}");
    }

    @Test
    void throttleSaysWhenToComeAgain() throws Exception {
        api.client().order("{\"kind\":\"throttle\",\"retryAfter\":7}");
        var answer = send();
        answer.isError(429, 130429);
        assertThat(answer.retryAfter()).contains("7");
    }

    @Test
    void outageForSomeSeconds() throws Exception {
        api.client().order("{\"kind\":\"outage\",\"seconds\":0.3}");
        send().isError(503, 2);
        await().untilAsserted(() -> assertThat(send().status()).isEqualTo(200));
    }

    @Test
    void aShareOfTheRequestsOnly() throws Exception {
        api.client().order("{\"kind\":\"error\",\"code\":131000,\"rate\":0.5}");
        int failed = 0;
        for (int i = 0; i < 200; i++) {
            failed += send().status() == 500 ? 1 : 0;
        }
        assertThat(failed).isBetween(60, 140);
    }

    @Test
    void delayHoldsBackTheAnswerNotTheMessage() throws Exception {
        api.client().order("{\"kind\":\"delay\",\"milliseconds\":400}");
        assertThatThrownBy(() -> meta.within(Duration.ofMillis(150)).post(MetaClient.text(PERSON, "x")))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(received()).isEqualTo(before + 1);
        assertThat(send().status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}: {1} more received")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"drop-before\"}                | 0",
                "{\"kind\":\"drop-after\"}                 | 1",
                "{\"kind\":\"hang\"}                       | 0",
                "{\"kind\":\"hang\",\"received\":true}     | 1"
            })
    void noAnswerAtAll(String fault, int more) {
        api.client().order(fault);
        assertThatThrownBy(() -> meta.within(Duration.ofMillis(400)).post(MetaClient.text(PERSON, "x")))
                .isInstanceOf(IOException.class)
                .satisfies(e -> assertThat(e instanceof HttpTimeoutException).isEqualTo(fault.contains("hang")));
        assertThat(received()).isEqualTo(before + more);
    }

    @ParameterizedTest
    @CsvSource({"empty-200, 200, 1, ''", "html, 502, 0, 502 Bad Gateway"})
    void anAnswerThatIsNotMetas(String kind, int status, int more, String contains) throws Exception {
        api.client().order("{\"kind\":\"%s\"}".formatted(kind));
        var answer = send();
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).contains(contains).doesNotContain("messaging_product");
        assertThat(received()).isEqualTo(before + more);
    }

    @Test
    void oneSenderOnly() throws Exception {
        api.client().order("{\"kind\":\"outage\",\"phoneNumberId\":\"100000000000009\"}");
        assertThat(send().status()).isEqualTo(200);
        api.client().order("{\"kind\":\"outage\",\"phoneNumberId\":\"%s\"}".formatted(CloudApiClient.PHONE_NUMBER_ID));
        send().isError(503, 2);
    }

    @Test
    void noneClearsAll() throws Exception {
        api.client().order("{\"kind\":\"outage\"}");
        assertThat(active()).isEqualTo("{\"faults\":[{\"kind\":\"outage\"}]}");
        api.client().order("{\"kind\":\"none\"}");
        assertThat(active()).isEqualTo("{\"faults\":[]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"earthquake\"} | allowed are error, throttle, outage",
                "{\"rate\":1} | kind is null: allowed are error",
                "{\"kind\":\"outage\",\"rate\":2} | a share above 0 up to 1",
                "{\"kind\":\"outage\",\"count\":0} | a number above 0",
                "{\"kind\":\"delay\"} | delay needs milliseconds",
                "{\"kind\":\"error\"} | code is missing",
                "{\"kind\":\"error\",\"code\":7} | the sandbox knows 0, 1, 2",
                "{\"kind\":\"outage\",\"second\":1} | There is no field second: allowed are [",
                "[] | JSON object"
            })
    void whatIsNotUnderstoodIsAnsweredWithWhatIsAllowed(String orderAndProblem) {
        String[] parts = orderAndProblem.split(" \\| ");
        var answer = api.client().call("POST", "faults", parts[0]);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains(parts[1]);
    }

    private static MetaClient.Answer send() throws Exception {
        return meta.post(MetaClient.text(PERSON, "x"));
    }

    private static int received() {
        return api.client().messages().size();
    }

    private static String active() {
        return api.client().call("GET", "faults", "").body();
    }
}
