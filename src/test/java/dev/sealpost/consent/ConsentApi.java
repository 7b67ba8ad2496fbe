package dev.sealpost.consent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** A client of {@code /api/consents}. */
record ConsentApi(int port, String key) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    Answer put(String body) {
        return send("PUT", "", body);
    }

    Answer withdraw(String body) {
        return send("POST", "/withdraw", body);
    }

    Answer search(String body) {
        return send("POST", "/search", body);
    }

    private Answer send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/consents%s".formatted(port, path)))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            var response = CLIENT.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    record Answer(int status, String body, JsonNode json) {

        String text(String field) {
            return json.path(field).asText(null);
        }

        String problem() {
            return text("type").replace("urn:sealpost:problem:", "");
        }
    }
}
