package dev.sealpost.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** Sends requests as a client of the hub would. */
record HubPorts(int api, int management) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    HttpResponse<String> call(String method, String path, String key) {
        return call(method, path, key, "");
    }

    HttpResponse<String> call(String method, String path, String key, String body) {
        HttpRequest.Builder request = request(api, path).header("Content-Type", "application/json");
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return send(request.method(method, BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder manage(String path) {
        return request(management, path);
    }

    static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode problem(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        try {
            JsonNode problem = new ObjectMapper().readTree(response.body());
            assertThat(problem.path("status").asInt()).isEqualTo(response.statusCode());
            assertThat(problem.path("type").asText()).startsWith("urn:sealpost:problem:");
            return problem;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
