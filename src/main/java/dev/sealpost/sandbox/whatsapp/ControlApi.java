package dev.sealpost.sandbox.whatsapp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.sealpost.sandbox.whatsapp.wire.Outcome;
import dev.sealpost.sandbox.whatsapp.wire.Problem;
import dev.sealpost.sandbox.whatsapp.wire.Reply;
import dev.sealpost.sandbox.whatsapp.wire.RequestBody;
import dev.sealpost.sandbox.whatsapp.wire.Responder;
import java.io.IOException;
import java.util.Optional;

/** The sandbox's own API under {@code /_sandbox/}; errors are problem documents. */
final class ControlApi implements HttpHandler {
    static final String PATH = "/_sandbox/";

    private static final String ROUTES =
            "GET messages, GET refused, GET health, POST inbound, POST webhooks, PUT webhook, GET and POST limits,"
                    + " GET, POST and DELETE faults";

    private final Listings listings;
    private final FaultsResource faults;
    private final LimitsResource limits;
    private final InboundResource inbound;
    private final ChangesResource changes;
    private final WebhookResource webhook;
    private final HealthResource health;
    private final Responder responder;

    ControlApi(
            Listings listings,
            FaultsResource faults,
            LimitsResource limits,
            InboundResource inbound,
            ChangesResource changes,
            WebhookResource webhook,
            HealthResource health,
            Responder responder) {
        this.listings = listings;
        this.faults = faults;
        this.limits = limits;
        this.inbound = inbound;
        this.changes = changes;
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
            case "POST webhooks" -> changes.post(body);
            case "GET limits" -> limits.get();
            case "POST limits" -> limits.post(body);
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
