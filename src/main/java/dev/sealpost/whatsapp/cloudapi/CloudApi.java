package dev.sealpost.whatsapp.cloudapi;

import dev.sealpost.delivery.DeliveryOutcome;
import dev.sealpost.delivery.DeliveryOutcome.RetryLater;
import dev.sealpost.delivery.Scope;
import dev.sealpost.message.Reason;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.core5.http.Method;

/**
 * Posts messages to the Cloud API, each with the {@link AppSecretProof}, without following redirects and without repeating anything.
 *
 * <p>Not guaranteed: exactly-once. The Cloud API has no idempotency key, so a lost answer stays {@code Uncertain}.
 */
public final class CloudApi implements AutoCloseable {

    /** The Cloud API's answers are some hundred bytes. */
    static final int MOST_BYTES = 64 * 1024;

    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final AnswerReader answers = new AnswerReader(Clock.systemUTC());
    private final Transport transport;
    private final AppSecretProof proof;
    private final Duration deadline;

    /** Goes through the JVM's proxies ({@code https.proxyHost} and the like). */
    public CloudApi(Duration connectTimeout, Duration requestTimeout, AppSecretProof proof) {
        this(connectTimeout, requestTimeout, proof, ProxySelector.getDefault());
    }

    CloudApi(Duration connectTimeout, Duration requestTimeout, AppSecretProof proof, ProxySelector proxies) {
        this.transport = new Transport("whatsapp", connectTimeout, requestTimeout, proxies);
        this.proof = proof;
        this.deadline = connectTimeout.plus(requestTimeout).plus(MARGIN);
    }

    /** The time within which every {@link #post} has an outcome, also if an answer comes in drop by drop. */
    public Duration deadline() {
        return deadline;
    }

    /** Never blocks; until it is closed the future always completes normally. What waits here is bounded by the caller. */
    public CompletableFuture<DeliveryOutcome> post(URI address, String token, OneTimeBody body) {
        var call = new Transport.Call(Method.POST, proof.addTo(address, token), token, body);
        return transport
                .exchange(call, deadline, status -> new KeptBody(MOST_BYTES))
                .thenApply(given -> outcome(given, body))
                .exceptionally(failure -> TransportFailures.read(failure, body));
    }

    /** Who answers before the body is written is not the Cloud API, but a proxy on the way, or one that did not read the request. */
    private DeliveryOutcome outcome(Answer answer, OneTimeBody body) {
        return body.withdraw()
                ? new RetryLater(Reason.of("refused-in-between", "HTTP " + answer.status()), null, Scope.SENDER)
                : answers.read(answer);
    }

    /** Exchanges that are still open end first, so that their outcomes are told. */
    @Override
    public void close() throws Exception {
        transport.close();
    }
}
