package dev.sealpost.whatsapp.cloudapi;

import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * HTTP/1.1 exchanges with a token, without following redirects and without repeating anything. However many are in flight, they share
 * the client's few threads. The token goes into the header and nowhere else.
 */
final class Transport implements AutoCloseable {

    private static final int OPENERS = 2;

    private final CloseableHttpAsyncClient client;

    /** The client looks up the host of a new connection on the thread that asks for it, however long that takes. */
    private final ExecutorService openers;

    private final ExecutorService failures;

    /** @param name of its threads */
    Transport(String name, Duration connectTimeout, Duration requestTimeout, ProxySelector proxies) {
        client = AsyncClients.start(connectTimeout, requestTimeout, proxies);
        openers = threads(name + "-post-", OPENERS);
        failures = threads(name + "-fail-", 1);
    }

    /** @param body null for none */
    record Call(Method method, URI address, String token, AsyncEntityProducer body) {

        @Override
        public String toString() {
            return "Call[" + method + "]";
        }
    }

    /**
     * Never blocks. What waits here is bounded by the caller.
     *
     * @param within the time in which the future completes, with an answer or exceptionally, also if an answer comes in drop by drop
     * @param receipts what takes the body of an answer of that status
     */
    CompletableFuture<Answer> exchange(Call call, Duration within, IntFunction<? extends Receipt> receipts) {
        var answer = new CompletableFuture<Answer>();
        openers.execute(() -> open(call, receipts, answer));
        return answer.orTimeout(within.toMillis(), TimeUnit.MILLISECONDS)
                // A time-out is told by a thread that all time-outs of the JVM share.
                .exceptionallyComposeAsync(CompletableFuture::failedFuture, failures);
    }

    private void open(Call call, IntFunction<? extends Receipt> receipts, CompletableFuture<Answer> answer) {
        if (answer.isDone()) {
            return;
        }
        try {
            var request = new BasicRequestProducer(head(call), call.body());
            Future<Answer> exchange =
                    client.execute(request, new AnswerConsumer(answer, receipts), new Handover(answer));
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

    private static BasicHttpRequest head(Call call) {
        var request = new BasicHttpRequest(call.method(), call.address());
        request.addHeader("Authorization", "Bearer " + printable(call.token()));
        request.addHeader("Accept", "application/json, */*;q=0.5");
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
