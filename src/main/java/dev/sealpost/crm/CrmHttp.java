package dev.sealpost.crm;

import dev.sealpost.http.BoundedBody;
import dev.sealpost.http.RetryAfter;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One request and what it means, in bounded time and memory. Follows no redirects and repeats nothing. What a CRM answers is quoted
 * nowhere.
 */
final class CrmHttp {

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int OK = 200;
    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TIMED_OUT = 408;
    private static final int TOO_MANY = 429;

    private final RetryAfter retryAfter = new RetryAfter(Clock.systemUTC());
    private final HttpClient client;
    private final Duration deadline;

    CrmHttp(Connection connection) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connection.connectTimeout())
                .build();
        this.deadline = connection.connectTimeout().plus(connection.requestTimeout());
    }

    Fetched send(HttpRequest request, int maxBytes) {
        CompletableFuture<HttpResponse<Optional<byte[]>>> answer =
                client.sendAsync(request, info -> new BoundedBody(maxBytes));
        try {
            return read(answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS), maxBytes);
        } catch (TimeoutException e) {
            return late();
        } catch (ExecutionException e) {
            return failure(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("stopping", "the hub stops");
        } finally {
            answer.cancel(true);
        }
    }

    private Fetched read(HttpResponse<Optional<byte[]>> answer, int maxBytes) {
        if (answer.statusCode() == UNAUTHORISED) {
            return new Fetched.Unauthorised();
        }
        if (answer.statusCode() != OK) {
            return new Fetched.Failed(new Stop(stop(answer.statusCode()).reason(), wait(answer)));
        }
        return answer.body()
                .<Fetched>map(bytes -> new Fetched.Body(bytes, answer.headers()))
                .orElseGet(() -> failed("too-large", "more than " + maxBytes + " bytes; see max-page-bytes"));
    }

    private static Stop stop(int status) {
        String detail = "status " + status;
        return switch (status) {
            case FORBIDDEN -> Stop.because("forbidden", detail);
            case TOO_MANY -> Stop.because("throttled", detail);
            case TIMED_OUT -> Stop.because("unavailable", detail);
            default ->
                switch (status / 100) {
                    case 3 ->
                        Stop.because("redirected", detail + "; the hub follows no redirects: mend base-url or path");
                    case 5 -> Stop.because("unavailable", detail);
                    default -> Stop.because("refused", detail);
                };
        };
    }

    private Duration wait(HttpResponse<?> answer) {
        Duration asked =
                answer.headers().firstValue("Retry-After").map(retryAfter::read).orElse(Duration.ZERO);
        return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
    }

    /** Messages of such exceptions may quote what was received. */
    private Fetched failure(Throwable cause) {
        if (cause instanceof HttpTimeoutException) {
            return late();
        }
        return cause instanceof IOException
                ? failed(
                        "unreachable",
                        "no connection, or it broke: " + cause.getClass().getSimpleName())
                : failed("unreachable", cause.getClass().getSimpleName());
    }

    private Fetched late() {
        return failed("timeout", "no whole answer within " + deadline.toMillis() + " ms");
    }

    private static Fetched failed(String word, String detail) {
        return new Fetched.Failed(Stop.because(word, detail));
    }
}
