package dev.sealpost.sandbox.whatsapp.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.sealpost.sandbox.net.DaemonThreads;
import dev.sealpost.sandbox.whatsapp.wire.Problem;
import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the page's calls are answered, {@value #THREADS} at a time: the first look through a large record keeps other pages waiting, never the
 * Cloud API. Beyond {@value #WAITING} waiting calls the answer is 503.
 */
final class PageThreads implements AutoCloseable {
    static final int THREADS = 2;
    static final int WAITING = 200;

    private static final Logger log = LoggerFactory.getLogger(PageThreads.class);

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(WAITING),
            DaemonThreads.named("sandbox-page-call"));

    HttpHandler around(HttpHandler inside) {
        return exchange -> {
            try {
                threads.execute(() -> answer(inside, exchange));
            } catch (RejectedExecutionException e) {
                PageAnswer.send(exchange, new Problem(503, "Too many calls", "Try again in a moment").answer());
            }
        };
    }

    private static void answer(HttpHandler inside, HttpExchange exchange) {
        try {
            inside.handle(exchange);
        } catch (IOException e) {
            log.debug("A page left before it was answered: {}", e.getClass().getSimpleName());
            exchange.close();
        } catch (RuntimeException e) {
            log.error("A call of the phone page failed", e);
            exchange.close();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
