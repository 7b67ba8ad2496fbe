package dev.sealpost.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** The control API of a WhatsApp sandbox, in this JVM or beside it: what people received, faults, people writing. */
public record CloudApiClient(URI uri) {
    public static final String PHONE_NUMBER_ID = "100000000000001";

    /** The numbers of a sandbox of a test's own, all of one account. */
    public static final List<String> PHONE_NUMBER_IDS =
            List.of(PHONE_NUMBER_ID, "100000000000002", "100000000000003", "100000000000004");

    public static final String ACCOUNT_ID = "200000000000001";
    public static final String TOKEN = "sandbox-token";
    public static final String APP_SECRET = "sandbox-app-secret";
    public static final String VERIFY_TOKEN = "sandbox-verify-token";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** All that people received, oldest first. */
    public List<JsonNode> messages() {
        return list("messages", "");
    }

    /** What one person received, oldest first. */
    public List<JsonNode> messagesTo(String phone) {
        return list("messages", "?to=" + phone.replace("+", ""));
    }

    /** The requests that were read but reached nobody, oldest first; {@code answer} says why. */
    public List<JsonNode> refusedTo(String phone) {
        return list("refused", "?to=" + phone.replace("+", ""));
    }

    /** Such as <code>{"kind":"outage","seconds":5}</code>. */
    public void order(String fault) {
        expect(200, call("POST", "faults", fault));
    }

    public void clearFaults() {
        expect(200, call("DELETE", "faults", ""));
    }

    public void sendWebhooksTo(URI url) {
        expect(200, call("PUT", "webhook", "{\"url\":\"%s\"}".formatted(url)));
    }

    /** How a free-form message to a person who did not write in time is refused: {@code off}, {@code webhook} or {@code answer}. */
    public void enforceWindow(String how) {
        expect(200, call("POST", "window", "{\"enforced\":\"%s\"}".formatted(how)));
    }

    public void personWrites(String from, String text) {
        String request =
                JSON.createObjectNode().put("from", from).put("text", text).toString();
        expect(200, call("POST", "inbound", request));
    }

    /** A message of any type: {@code type} and what the type calls for, as in Meta's webhook. */
    public void personSends(String from, JsonNode message) {
        String request = JSON.createObjectNode()
                .put("from", from)
                .set("message", message)
                .toString();
        expect(200, call("POST", "inbound", request));
    }

    /** Any other change, as a signed webhook. */
    public void tell(String field, JsonNode value) {
        String request =
                JSON.createObjectNode().put("field", field).set("value", value).toString();
        expect(200, call("POST", "webhooks", request));
    }

    /** Such as <code>{"perSecond":80}</code>; <code>{}</code> switches all off. */
    public void limit(String limits) {
        expect(200, call("POST", "limits", limits));
    }

    /** How often limits were exceeded since they were switched on. */
    public int exceededLimits() {
        JsonNode exceeded = json(expect(200, call("GET", "limits", ""))).path("exceeded");
        return StreamSupport.stream(exceeded.spliterator(), false)
                .mapToInt(JsonNode::intValue)
                .sum();
    }

    /** Any call under {@code /_sandbox/}. */
    public HttpResponse<String> call(String method, String path, String body) {
        var request = HttpRequest.newBuilder(uri.resolve("/_sandbox/" + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return send(request);
    }

    private List<JsonNode> list(String name, String query) {
        JsonNode list = json(expect(200, call("GET", name + query, ""))).path(name);
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpResponse<String> expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException("%s answered %d: %s"
                    .formatted(answer.request().uri().getPath(), answer.statusCode(), answer.body()));
        }
        return answer;
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
