package dev.sealpost.cli.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** A hub's REST API. Follows no redirect: the key would go along. */
public final class HubClient {
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ANSWERING = Duration.ofSeconds(60);
    private static final int LARGEST_ANSWER = 32 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HubAddress hub;
    private final ApiKey key;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    HubClient(HubAddress hub, ApiKey key) {
        this.hub = hub;
        this.key = key;
    }

    /**
     * @param query null values are left out
     * @throws HubRefusal if the answer is no success
     * @throws HubUnavailable if there is none
     */
    public JsonNode get(String path, Map<String, String> query) {
        return answer(request(path + text(query)).GET());
    }

    public JsonNode post(String path, JsonNode body) {
        return send("POST", path, BodyPublishers.ofString(body.toString()), "application/json");
    }

    public JsonNode put(String path, JsonNode body) {
        return send("PUT", path, BodyPublishers.ofString(body.toString()), "application/json");
    }

    /** Sends lines of JSON. */
    public JsonNode postLines(String path, byte[] lines) {
        return send("POST", path, BodyPublishers.ofByteArray(lines), "application/x-ndjson");
    }

    public JsonNode delete(String path, Map<String, String> query) {
        return answer(request(path + text(query)).DELETE());
    }

    /** The body of a success, as it comes. */
    public InputStream stream(String path, Map<String, String> query) {
        HttpResponse<InputStream> response =
                exchange(request(path + text(query)).GET());
        return isSuccess(response) ? response.body() : refuse(response);
    }

    /** The body of a success, as it comes. */
    public InputStream postForStream(String path, JsonNode body) {
        HttpResponse<InputStream> response = exchange(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
        return isSuccess(response) ? response.body() : refuse(response);
    }

    private JsonNode send(String method, String path, BodyPublisher body, String type) {
        return answer(request(path).header("Content-Type", type).method(method, body));
    }

    private JsonNode answer(HttpRequest.Builder request) {
        HttpResponse<InputStream> response = exchange(request);
        return isSuccess(response) ? read(response) : refuse(response);
    }

    private <T> T refuse(HttpResponse<InputStream> response) {
        String retryAfter = response.headers().firstValue("Retry-After").orElse(null);
        throw HubRefusal.of(response.statusCode(), read(response), key, retryAfter);
    }

    private HttpResponse<InputStream> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new HubUnavailable(hub.base(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HubUnavailable(hub.base(), e);
        }
    }

    private JsonNode read(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            return JSON.readTree(body.readNBytes(LARGEST_ANSWER));
        } catch (JsonProcessingException notTheHubs) {
            return JSON.createObjectNode()
                    .put(
                            "detail",
                            "The answer has the status %d and is not JSON: is this a hub?"
                                    .formatted(response.statusCode()));
        } catch (IOException e) {
            throw new HubUnavailable(hub.base(), e);
        }
    }

    private HttpRequest.Builder request(String path) {
        URI uri = hub.resolve(path);
        return HttpRequest.newBuilder(uri)
                .timeout(ANSWERING)
                .header("Authorization", "Bearer " + key.text())
                .header("Accept", "application/json, application/x-ndjson, application/problem+json");
    }

    private static boolean isSuccess(HttpResponse<?> response) {
        return response.statusCode() / 100 == 2;
    }

    private static String text(Map<String, String> query) {
        String text = query.entrySet().stream()
                .filter(parameter -> parameter.getValue() != null)
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return text.isEmpty() ? "" : "?" + text;
    }
}
