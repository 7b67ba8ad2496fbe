package dev.sealpost.whatsapp.cloudapi;

import dev.sealpost.delivery.DeliveryOutcome;
import dev.sealpost.delivery.DeliveryOutcome.RetryLater;
import dev.sealpost.message.Reason;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
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

    private static final int OPENERS = 2;

    private final AnswerReader answers = new AnswerReader(Clock.systemUTC());
    private final CloseableHttpAsyncClient client;

    /** The client looks up the host of a new connection on the thread that asks for it, however long that takes. */
    private final ExecutorService openers;

    private final ExecutorService failures;
    private final Duration deadline;

    /** Goes through the JVM's proxies ({@code https.proxyHost} and the like). */
    public CloudApi(Duration connectTimeout, Duration requestTimeout) {
        this(connectTimeout, requestTimeout, ProxySelector.getDefault());
    }

    CloudApi(Duration connectTimeout, Duration requestTimeout, ProxySelector proxies) {
        client = AsyncClients.start(connectTimeout, requestTimeout, proxies);
        openers = threads("whatsapp-post-", OPENERS);
        failures = threads("whatsapp-fail-", 1);
        deadline = connectTimeout.plus(requestTimeout).plus(MARGIN);
    }

    /** The time within which every {@link #post} has an outcome, also if an answer comes in drop by drop. */
    public Duration deadline() {
        return deadline;
    }

    /** Never blocks; until it is closed the future always completes normally. What waits here is bounded by the caller. */
    public CompletableFuture<DeliveryOutcome> post(URI address, String token, OneTimeBody body) {
        var answer = new CompletableFuture<Answer>();
        openers.execute(() -> open(address, token, body, answer));
        return answer.orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(given -> outcome(given, body))
                .exceptionallyCompose(failure -> afterFailure(failure, body));
    }

    /** Who answers before the body is written is not the Cloud API, but a proxy on the way, or one that did not read the request. */
    private DeliveryOutcome outcome(Answer answer, OneTimeBody body) {
        return body.withdraw()
                ? new RetryLater(Reason.of("refused-in-between", "HTTP " + answer.status()), null, true)
                : answers.read(answer);
    }

    /** A time-out is told by a thread that all time-outs of the JVM share. */
    private CompletableFuture<DeliveryOutcome> afterFailure(Throwable failure, OneTimeBody body) {
        return CompletableFuture.supplyAsync(() -> TransportFailures.read(failure, body), failures);
    }

    private void open(URI address, String token, OneTimeBody body, CompletableFuture<Answer> answer) {
        if (answer.isDone()) {
            return;
        }
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

    private static ExecutorService threads(String name, int number) {
        var factory = new CustomizableThreadFactory(name);
        factory.setDaemon(true);
        return Executors.newFixedThreadPool(number, factory);
    }

    /** Exchanges that are still open end first, so that their outcomes are told. */
    @Override
    public void close() throws Exception {
        client.close();
        openers.shutdown();
        failures.shutdown();
    }
}
