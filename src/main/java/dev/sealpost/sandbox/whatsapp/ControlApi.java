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

    private final Listings listings;
    private final Controls controls;
    private final Responder responder;

    ControlApi(Listings listings, Controls controls, Responder responder) {
        this.listings = listings;
        this.controls = controls;
        this.responder = responder;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Optional<byte[]> body = RequestBody.read(exchange);
        String path = exchange.getRequestURI().getPath().substring(PATH.length());
        if (body.isEmpty()) {
            answer(exchange, new Problem(413, "Too large", "At most %d bytes".formatted(RequestBody.MOST)).answer());
        } else if (exchange.getRequestMethod().equals("GET") && listings.has(path)) {
            listings.list(exchange, path, responder);
        } else {
            answer(exchange, answer(exchange.getRequestMethod() + " " + path, body.get()));
        }
    }

    private Reply.Answer answer(String call, byte[] body) throws IOException {
        Optional<Controls.Control> control = controls.find(call);
        return control.isPresent() ? control.get().answer(body) : unknown();
    }

    private Reply.Answer unknown() {
        String calls = "Under /_sandbox/ there are GET messages, GET receipts, GET refused, " + controls.list();
        return new Problem(404, "Not found", calls).answer();
    }

    private void answer(HttpExchange exchange, Reply.Answer answer) {
        responder.send(exchange, Outcome.now(answer));
    }
}
