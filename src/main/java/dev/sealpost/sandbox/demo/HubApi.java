package dev.sealpost.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The few calls of the hub's REST API that the demo shop makes. */
record HubApi(URI base, String key) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String PURPOSE = "order-updates";

    /** A consent that was proven by a form and confirmed by mail. */
    void grant(String phone) throws IOException, InterruptedException {
        ObjectNode consent = person(phone).put("status", "granted");
        ObjectNode evidence = consent.putObject("evidence");
        evidence.put("source", "form").put("notice", PURPOSE + "@1").put("wording", "Yes, tell me on WhatsApp.");
        evidence.put("at", "2026-11-01T10:00:00Z").put("proof", "form-77");
        evidence.putObject("confirmed").put("at", "2026-11-01T10:05:00Z").put("proof", "mail-link-77");
        call("PUT", "/api/consents", consent);
    }

    void withdraw(String phone) throws IOException, InterruptedException {
        call("POST", "/api/consents/withdraw", person(phone));
    }

    Optional<JsonNode> message(String flow, String sourceId) throws IOException, InterruptedException {
        ObjectNode query = JSON.createObjectNode().put("flow", flow).put("sourceId", sourceId);
        return first(call("POST", "/api/messages/search", query).path("messages"));
    }

    Optional<JsonNode> entry(String kind, Instant since) throws IOException, InterruptedException {
        String query = "from=%s&kind=%s".formatted(encoded(since.toString()), encoded(kind));
        return first(call("GET", "/api/audit/entries?" + query, null).path("entries"));
    }

    private static ObjectNode person(String phone) {
        return JSON.createObjectNode().put("phone", phone).put("purpose", PURPOSE);
    }

    private static Optional<JsonNode> first(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).findFirst();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private JsonNode call(String method, String path, JsonNode body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("%s %s was answered %d: %s"
                    .formatted(method, request.uri().getPath(), answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }

    @Override
    public String toString() {
        return "HubApi[base=%s]".formatted(base);
    }
}
