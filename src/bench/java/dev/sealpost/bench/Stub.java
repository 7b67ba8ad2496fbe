package dev.sealpost.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A Cloud API that takes everything and remembers only how much and when. {@code POST /_stub/reset?delay=50} starts a count,
 * {@code GET /_stub} tells it.
 */
public final class Stub {

    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private volatile Tally tally = new Tally();
    private volatile int delayMillis;

    private Stub() {}

    public static void main(String[] arguments) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "4000");
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        HttpServer server = HttpServer.create(address, 1000);
        server.setExecutor(Executors.newFixedThreadPool(4));
        Stub stub = new Stub();
        server.createContext("/", stub::take);
        server.createContext("/_stub", stub::tell);
        server.createContext("/_stub/reset", stub::reset);
        server.start();
        Console.print("ready");
    }

    private void take(HttpExchange exchange) throws IOException {
        long number = tally.count(exchange.getRequestBody().readAllBytes());
        byte[] answer = ("{\"messaging_product\":\"whatsapp\",\"contacts\":[],\"messages\":[{\"id\":\"wamid.bench"
                        + System.nanoTime() + "." + number + "\",\"message_status\":\"accepted\"}]}")
                .getBytes(StandardCharsets.UTF_8);
        if (delayMillis == 0) {
            answer(exchange, answer);
        } else {
            later.schedule(() -> answer(exchange, answer), delayMillis, TimeUnit.MILLISECONDS);
        }
    }

    private void reset(HttpExchange exchange) {
        delayMillis = Integer.parseInt(exchange.getRequestURI().getQuery().replaceAll("\\D", ""));
        tally = new Tally();
        answer(exchange, NOTHING);
    }

    private void tell(HttpExchange exchange) {
        answer(exchange, tally.toJson().getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, byte[] body) {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            Console.print("A client went away");
        }
    }
}
