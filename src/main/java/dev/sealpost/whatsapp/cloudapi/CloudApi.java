package dev.sealpost.whatsapp.cloudapi;

import dev.sealpost.delivery.DeliveryOutcome;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Posts messages to the Cloud API, HTTP/1.1, without following redirects and without repeating anything. However many are in flight,
 * they share the client's few threads.
 *
 * <p>Not guaranteed: exactly-once. The Cloud API has no idempotency key, so a lost answer stays {@code Uncertain}.
 */
public final class CloudApi implements AutoCloseable {

    /** The Cloud API's answers are some hundred bytes. */
    static final int MOST_BYTES = 64 * 1024;

    private static final Duration MARGIN = Duration.ofSeconds(1);

    private static final int HELPERS = 2;

    private final AnswerReader answers = new AnswerReader(Clock.systemUTC());
    private final CloseableHttpAsyncClient client;
    private final ExecutorService helpers;
    private final Duration deadline;

    public CloudApi(Duration connectTimeout, Duration requestTimeout) {
        client = AsyncClients.start(connectTimeout, requestTimeout);
        helpers = helpers();
        deadline = connectTimeout.plus(requestTimeout).plus(MARGIN);
    }

    /** The client looks up the host of a new connection on the thread that asks for it, however long that takes. */
    private static ExecutorService helpers() {
        var factory = new CustomizableThreadFactory("whatsapp-http-");
        factory.setDaemon(true);
        return Executors.newFixedThreadPool(HELPERS, factory);
    }

    /** The time within which every {@link #post} has an outcome, also if an answer comes in drop by drop. */
    public Duration deadline() {
        return deadline;
    }

    /** Never blocks; the future always completes normally, on a thread of the client's. What waits here is bounded by the caller. */
    public CompletableFuture<DeliveryOutcome> post(URI address, String token, OneTimeBody body) {
        var answer = new CompletableFuture<Answer>();
        helpers.execute(() -> open(address, token, body, answer));
        return answer.orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(answers::read)
                .exceptionallyCompose(failure -> afterFailure(failure, body));
    }

    /** A time-out is told by a thread that all time-outs of the JVM share. */
    private CompletableFuture<DeliveryOutcome> afterFailure(Throwable failure, OneTimeBody body) {
        return CompletableFuture.supplyAsync(() -> TransportFailures.read(failure, body), helpers);
    }

    private void open(URI address, String token, OneTimeBody body, CompletableFuture<Answer> answer) {
        try {
            var request = new BasicRequestProducer(request(address, token), body);
            Future<Answer> exchange =
                    client.execute(request, new AnswerConsumer(answer, MOST_BYTES), new Handover(answer));
            answer.whenComplete((given, failure) -> cancel(exchange, failure));
        } catch (RuntimeException refused) {
            answer.completeExceptionally(refused);
        }
    }

    /** Closes the connection of an answer that did not come in time. */
    private static void cancel(Future<Answer> exchange, Throwable failure) {
        if (failure != null) {
            exchange.cancel(true);
        }
    }

    private static BasicHttpRequest request(URI address, String token) {
        var request = new BasicHttpRequest(Method.POST, address);
        request.addHeader("Authorization", "Bearer " + printable(token));
        request.addHeader("Accept", "application/json");
        return request;
    }

    private static String printable(String token) {
        if (token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException("The token cannot be a header's value");
        }
        return token;
    }

    @Override
    public void close() throws Exception {
        helpers.shutdownNow();
        client.close();
    }

    /** Passes on what became of the exchange; an answer that was cut off has been passed on before. */
    private record Handover(CompletableFuture<Answer> answer) implements FutureCallback<Answer> {

        @Override
        public void completed(Answer given) {
            answer.complete(given);
        }

        @Override
        public void failed(Exception cause) {
            answer.completeExceptionally(cause);
        }

        @Override
        public void cancelled() {
            answer.cancel(false);
        }
    }
}
