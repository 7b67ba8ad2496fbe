package dev.sealpost.sandbox.whatsapp;

import dev.sealpost.sandbox.net.DaemonThreads;
import dev.sealpost.sandbox.whatsapp.wire.Signature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;

/** Posts signed webhooks. */
final class WebhookClient {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .executor(Executors.newFixedThreadPool(2, DaemonThreads.named("sandbox-webhook-io")))
            .build();

    /** The HTTP status answered. */
    int post(URI target, byte[] body, String appSecret) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(target)
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .header("User-Agent", "sealpost-sandbox")
                .header("X-Hub-Signature-256", Signature.of(body, appSecret))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }
}
