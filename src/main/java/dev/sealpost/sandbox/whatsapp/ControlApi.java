package dev.sealpost.sandbox.whatsapp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;

/** The sandbox's own API under {@code /_sandbox/}; errors are problem documents. */
final class ControlApi implements HttpHandler {
    static final String PATH = "/_sandbox/";

    private static final String ROUTES =
            "GET messages, GET refused, GET health, POST inbound, PUT webhook, " + "GET, POST and DELETE faults";

    private final Listings listings;
    private final FaultsResource faults;
    private final InboundResource inbound;
    private final WebhookResource webhook;
    private final HealthResource health;
    private final Responder responder;

    ControlApi(
            Listings listings,
            FaultsResource faults,
            InboundResource inbound,
            WebhookResource webhook,
            HealthResource health,
            Responder responder) {
        this.listings = listings;
        this.faults = faults;
        this.inbound = inbound;
        this.webhook = webhook;
        this.health = health;
        this.responder = responder;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Optional<byte[]> body = RequestBody.read(exchange);
        String path = exchange.getRequestURI().getPath().substring(PATH.length());
        String route = exchange.getRequestMethod() + " " + path;
        if (body.isEmpty()) {
            answer(exchange, new Problem(413, "Too large", "At most %d bytes".formatted(RequestBody.MOST)).answer());
        } else if (route.equals("GET messages") || route.equals("GET refused")) {
            listings.list(exchange, path, responder);
        } else {
            answer(exchange, answer(route, body.get()));
        }
    }

    private Reply.Answer answer(String route, byte[] body) throws IOException {
        return switch (route) {
            case "GET health" -> health.get();
            case "POST inbound" -> inbound.post(body);
            case "PUT webhook" -> webhook.put(body);
            case "GET faults" -> faults.get();
            case "POST faults" -> faults.post(body);
            case "DELETE faults" -> faults.delete();
            default -> new Problem(404, "Not found", "Under /_sandbox/ there are " + ROUTES).answer();
        };
    }

    private void answer(HttpExchange exchange, Reply.Answer answer) {
        responder.send(exchange, Outcome.now(answer));
    }
}
