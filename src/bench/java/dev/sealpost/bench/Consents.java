package dev.sealpost.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Records the consents of the people of a run, through the API. */
final class Consents {

    static final String KEY = "sp_" + "b".repeat(43);
    private static final int IN_FLIGHT = 16;
    private static final String BODY =
            """
            {"phone":"%s","purpose":"order-updates","status":"granted","evidence":{"source":"form","notice":"order-updates@1",\
            "wording":"Yes","at":"2026-11-01T10:00:00Z","proof":"form-1",\
            "confirmed":{"at":"2026-11-01T10:05:00Z","proof":"mail-1"}}}""";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI uri;

    Consents(int port) {
        this.uri = URI.create("http://127.0.0.1:" + port + "/api/consents");
    }

    void grant(int people, ChildJvm hub) {
        hub.await("answers", () -> answers());
        Semaphore free = new Semaphore(IN_FLIGHT);
        AtomicInteger refused = new AtomicInteger();
        for (int person = 0; person < people; person++) {
            free.acquireUninterruptibly();
            put(person).whenComplete((answer, failure) -> {
                free.release();
                if (failure != null || answer.statusCode() >= 300) {
                    refused.incrementAndGet();
                }
            });
        }
        free.acquireUninterruptibly(IN_FLIGHT);
        if (refused.get() > 0) {
            throw new IllegalStateException(refused + " consents were not recorded");
        }
    }

    private boolean answers() {
        return !put(0).handle((answer, failure) -> failure != null || answer.statusCode() >= 300).join();
    }

    private CompletableFuture<HttpResponse<Void>> put(int person) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(BODY.formatted(Event.phone(person))))
                .build();
        return http.sendAsync(request, BodyHandlers.discarding());
    }
}
