package dev.sealpost.sandbox.whatsapp.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.sealpost.sandbox.whatsapp.wire.Problem;
import java.io.IOException;
import java.net.URI;
import java.util.Set;

/**
 * Answers only browsers that came by an address of this machine, so that no web page elsewhere reads people's chats through a name of its own that it
 * lets point here (DNS rebinding) or writes to them.
 */
record ThisMachine(HttpHandler inside) implements HttpHandler {
    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host");
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        if (isHere("http://" + host) && (origin == null || isHere(origin))) {
            inside.handle(exchange);
        } else {
            PageAnswer.send(
                    exchange,
                    new Problem(403, "Forbidden", "The sandbox's page is for this machine: http://127.0.0.1:<port>/")
                            .answer());
        }
    }

    private static boolean isHere(String address) {
        try {
            return NAMES.contains(URI.create(address).getHost());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
