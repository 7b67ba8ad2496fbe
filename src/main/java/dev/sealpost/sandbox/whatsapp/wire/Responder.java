package dev.sealpost.sandbox.whatsapp.wire;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a client what an {@link Outcome} says, without holding a thread while it waits. */
public final class Responder {
    private static final Logger log = LoggerFactory.getLogger(Responder.class);
    private static final int NO_BODY = -1;

    private final ScheduledExecutorService clock;
    private final SilentConnections silent;

    public Responder(ScheduledExecutorService clock) {
        this.clock = clock;
        this.silent = new SilentConnections(clock);
    }

    public void send(HttpExchange exchange, Outcome outcome) {
        if (outcome.delay().isZero()) {
            send(exchange, outcome.reply());
        } else {
            clock.schedule(
                    () -> send(exchange, outcome.reply()), outcome.delay().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void send(HttpExchange exchange, Reply reply) {
        if (reply instanceof Reply.Answer answer) {
            send(exchange, answer);
        } else if (reply instanceof Reply.Silence) {
            silent.keep(exchange);
        } else {
            exchange.close();
        }
    }

    private static void send(HttpExchange exchange, Reply.Answer answer) {
        try (exchange) {
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? NO_BODY : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (IOException e) {
            log.debug("A client left before it was answered: {}", e.getClass().getSimpleName());
        }
    }
}
