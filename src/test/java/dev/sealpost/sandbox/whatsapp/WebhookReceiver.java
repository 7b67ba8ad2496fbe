package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A business's webhook endpoint that keeps what it gets and answers as it is told. */
final class WebhookReceiver implements AutoCloseable {
    record Delivery(byte[] raw, String signature, int answered) {
        /** Of the first change. */
        JsonNode value() {
            return values().findFirst().orElseThrow();
        }

        Stream<JsonNode> values() {
            try {
                JsonNode changes = Json.MAPPER.readTree(raw).at("/entry/0/changes");
                return StreamSupport.stream(changes.spliterator(), false).map(change -> change.get("value"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String text() {
            return new String(raw, StandardCharsets.UTF_8);
        }
    }

    final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int answer = 200;

    WebhookReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        int status = answer;
        deliveries.add(new Delivery(body, exchange.getRequestHeaders().getFirst("X-Hub-Signature-256"), status));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    void answerWith(int status) {
        answer = status;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:%d/webhooks/whatsapp"
                .formatted(server.getAddress().getPort()));
    }

    /** All statuses of a message in the order in which they came, as {@code sent}, {@code delivered}, … */
    List<String> statusesOf(String id) {
        return statuses()
                .filter(status -> status.get("id").asText().equals(id))
                .map(status -> status.get("status").asText())
                .toList();
    }

    Stream<JsonNode> statuses() {
        return deliveries.stream()
                .flatMap(Delivery::values)
                .flatMap(value -> StreamSupport.stream(value.path("statuses").spliterator(), false));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
