package dev.sealpost.sandbox.whatsapp.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.sealpost.sandbox.whatsapp.wire.Reply;
import java.io.IOException;

/**
 * Answers a browser, with what keeps a page from doing anything it is not meant to do: only its own scripts and styles, no other origin,
 * no frame around it.
 */
final class PageAnswer {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final int NO_BODY = -1;

    private PageAnswer() {}

    static void guard(Headers headers) {
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
    }

    static void send(HttpExchange exchange, Reply.Answer answer) throws IOException {
        try (exchange) {
            Headers headers = exchange.getResponseHeaders();
            guard(headers);
            answer.headers().forEach(headers::set);
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? NO_BODY : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }
}
