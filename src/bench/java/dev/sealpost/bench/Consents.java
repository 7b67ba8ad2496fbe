package dev.sealpost.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Records the consents of the people of a run, through the API. */
final class Consents {

    static final String KEY = "sp_" + "b".repeat(43);
    private static final int CHUNK = 500;
    private static final String LINE =
            """
            {"phone":"%s","purpose":"order-updates","status":"granted","evidence":{"source":"form","notice":"order-updates@1",\
            "wording":"Yes","at":"2026-11-01T10:00:00Z","proof":"form-1",\
            "confirmed":{"at":"2026-11-01T10:05:00Z","proof":"mail-1"}}}""";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI uri;

    Consents(int port) {
        this.uri = URI.create("http://127.0.0.1:" + port + "/api/consents/import");
    }

    void grant(int people, ChildJvm hub) {
        hub.await("takes consents", () -> granted(0, 1));
        for (int from = 0; from < people; from += CHUNK) {
            if (!granted(from, Math.min(people, from + CHUNK))) {
                throw new IllegalStateException("Consents from " + from + " on were not recorded");
            }
        }
    }

    private boolean granted(int from, int to) {
        String lines =
                IntStream.range(from, to).mapToObj(Event::phone).map(LINE::formatted).collect(Collectors.joining("\n"));
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200 && !answer.body().contains("problem");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
