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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/** A business system's or a privacy officer's view of a hub: its REST API, with a key. */
public record HubClient(URI uri, String key) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Records a consent that was proven elsewhere, as design.md's sample does. */
    public void grant(String phone, String purpose) {
        HttpResponse<String> answer = call(
                "PUT",
                "/api/consents",
                """
                {"phone":"%s","purpose":"%s","status":"granted","evidence":{"source":"form","notice":"%s@1",
                 "wording":"Yes, tell me on WhatsApp.","at":"2026-11-01T10:00:00Z","proof":"form-77",
                 "confirmed":{"at":"2026-11-01T10:05:00Z","proof":"mail-link-77"}}}"""
                        .formatted(phone, purpose, purpose));
        expect(200, answer);
    }

    public void withdraw(String phone, String purpose) {
        expect(
                200,
                call(
                        "POST",
                        "/api/consents/withdraw",
                        "{\"phone\":\"%s\",\"purpose\":\"%s\"}".formatted(phone, purpose)));
    }

    /** The one message a flow made of a source's id. */
    public Optional<JsonNode> message(String flow, String sourceId) {
        HttpResponse<String> answer = call(
                "POST",
                "/api/messages/search",
                JSON.createObjectNode()
                        .put("flow", flow)
                        .put("sourceId", sourceId)
                        .toString());
        return list(expect(200, answer), "messages").stream().findFirst();
    }

    /** Waits until a message is in one of these states. */
    public JsonNode awaitState(String flow, String sourceId, String... states) {
        return Awaitility.await("message " + sourceId + " is " + String.join(" or ", states))
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> message(flow, sourceId).orElse(JSON.nullNode()), found -> List.of(states)
                        .contains(found.path("state").asText()));
    }

    /** Waits until a message is refused; answers why. */
    public String awaitRefusal(String flow, String sourceId) {
        return awaitState(flow, sourceId, "REFUSED")
                .path("history")
                .path(0)
                .path("reason")
                .asText();
    }

    /** All audit entries of a kind, over all pages. */
    public List<JsonNode> audit(String query) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json(expect(200, call("GET", "/api/audit/entries?limit=1000&" + query + cursor, "")));
            page.path("entries").forEach(all::add);
            cursor = page.path("next").isNull()
                    ? null
                    : "&cursor=" + page.path("next").asText();
        } while (cursor != null);
        return all;
    }

    public HttpResponse<String> call(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(uri.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("The hub does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(
                    answer.uri().getPath() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    private static List<JsonNode> list(HttpResponse<String> answer, String name) {
        return StreamSupport.stream(json(answer).path(name).spliterator(), false)
                .toList();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("Not JSON: " + answer.body(), e);
        }
    }
}
