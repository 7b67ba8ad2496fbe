package dev.sealpost.whatsapp.cloudapi;

import dev.sealpost.delivery.DeliveryOutcome;
import dev.sealpost.http.BoundedBody;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Posts messages to the Cloud API, HTTP/1.1, without following redirects and without repeating anything. However many are in flight,
 * they share the client's few threads.
 *
 * <p>Not guaranteed: exactly-once. The Cloud API has no idempotency key, so a lost answer stays {@code Uncertain}.
 */
public final class CloudApi {

    /** The Cloud API's answers are some hundred bytes. */
    static final int MOST_BYTES = 64 * 1024;

    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final AnswerReader answers = new AnswerReader(Clock.systemUTC());
    private final HttpClient client;
    private final Executor executor;
    private final Duration requestTimeout;
    private final Duration deadline;

    public CloudApi(HttpClient client, Executor executor, Duration connectTimeout, Duration requestTimeout) {
        this.client = client;
        this.executor = executor;
        this.requestTimeout = requestTimeout;
        this.deadline = connectTimeout.plus(requestTimeout).plus(MARGIN);
    }

    /** The time within which every {@link #post} has an outcome, also if an answer comes in drop by drop. */
    public Duration deadline() {
        return deadline;
    }

    /** Never blocks; the future always completes normally, on a thread of the client's. */
    public CompletableFuture<DeliveryOutcome> post(URI address, String token, OneTimeBody body) {
        CompletableFuture<HttpResponse<Optional<byte[]>>> response = send(address, token, body);
        return response.thenApply(CloudApi::answer)
                .thenApply(answers::read)
                .orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyAsync(failure -> afterFailure(failure, response, body), executor);
    }

    private CompletableFuture<HttpResponse<Optional<byte[]>>> send(URI address, String token, OneTimeBody body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(requestTimeout)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json")
                    .POST(body)
                    .build();
            return client.sendAsync(request, CloudApi::bounded);
        } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    /** Cancelling closes the connection of an answer that is still coming in. */
    private static DeliveryOutcome afterFailure(
            Throwable failure, CompletableFuture<HttpResponse<Optional<byte[]>>> response, OneTimeBody body) {
        response.cancel(true);
        return TransportFailures.read(failure, body);
    }

    private static HttpResponse.BodySubscriber<Optional<byte[]>> bounded(ResponseInfo info) {
        return new BoundedBody(MOST_BYTES);
    }

    private static Answer answer(HttpResponse<Optional<byte[]>> response) {
        return new Answer(
                response.statusCode(), response.body(), response.headers().firstValue("Retry-After"));
    }
}
