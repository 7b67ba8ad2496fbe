package dev.sealpost.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Tells servers that run elsewhere where this hub takes webhooks. */
record WebhookTarget(RunningParts parts) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    void set(URI webhook) throws IOException {
        var request = HttpRequest.newBuilder(parts.cloudApi().resolve("/_sandbox/webhook"))
                .timeout(PATIENCE)
                .PUT(BodyPublishers.ofString("{\"url\":\"%s\"}".formatted(webhook)))
                .build();
        try {
            int status = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();
            if (status != 200) {
                throw new IOException("The sandbox does not take sealpost.sandbox.webhook=%s: allowed is an address on"
                                .formatted(webhook)
                        + " 127.0.0.1");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
