package dev.sealpost.sandbox.whatsapp.wire;

import com.sun.net.httpserver.HttpExchange;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Connections that get no answer: at most {@value #MOST}, at most two minutes each; then they are broken. */
final class SilentConnections {
    static final int MOST = 1_000;

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Deque<HttpExchange> silent = new ArrayDeque<>();
    private final ScheduledExecutorService clock;

    SilentConnections(ScheduledExecutorService clock) {
        this.clock = clock;
    }

    synchronized void keep(HttpExchange exchange) {
        silent.add(exchange);
        if (silent.size() > MOST) {
            silent.remove().close();
        }
        clock.schedule(() -> end(exchange), LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void end(HttpExchange exchange) {
        if (silent.remove(exchange)) {
            exchange.close();
        }
    }
}
