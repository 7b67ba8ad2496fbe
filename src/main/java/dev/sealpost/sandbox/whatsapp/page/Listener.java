package dev.sealpost.sandbox.whatsapp.page;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A page that listens: server-sent events, one whenever something changed, and a comment now and then that finds out whether anybody is
 * still there.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
 */
final class Listener {
    private static final int UNLIMITED = 0;
    private static final int LOOKS_UNTIL_COMMENT = 50;

    private final HttpExchange exchange;
    private final Feed feed;
    private String moment;
    private int looks;

    Listener(HttpExchange exchange, Feed feed, String moment) {
        this.exchange = exchange;
        this.feed = feed;
        this.moment = moment;
    }

    void greet() throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, UNLIMITED);
        write("retry: 2000\n\n");
    }

    /** @throws IOException when nobody listens any more */
    void look() throws IOException {
        if (!feed.now().equals(moment)) {
            var changes = feed.since(moment);
            moment = changes.get("moment").textValue();
            write("id: %s\ndata: %s\n\n".formatted(moment, changes));
            looks = 0;
        } else if (++looks == LOOKS_UNTIL_COMMENT) {
            write(":\n\n");
            looks = 0;
        }
    }

    private void write(String text) throws IOException {
        OutputStream out = exchange.getResponseBody();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    void close() {
        exchange.close();
    }
}
