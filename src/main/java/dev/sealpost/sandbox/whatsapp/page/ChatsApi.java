package dev.sealpost.sandbox.whatsapp.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.sealpost.sandbox.whatsapp.wire.Problem;
import dev.sealpost.sandbox.whatsapp.wire.Reply;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the page calls, under {@code /_sandbox/chats}; errors are problem documents. */
final class ChatsApi implements HttpHandler {
    static final String PATH = "/_sandbox/chats";

    private static final Pattern CHAT = Pattern.compile(PATH + "/([0-9A-Za-z.]{1,160})/(messages|seen)");
    private static final String ROUTES =
            "GET " + PATH + ", …/changes, …/events, …/{person}/messages and POST …/{person}/seen";

    private final Chats chats;
    private final Feed feed;
    private final Listeners listeners;

    ChatsApi(Chats chats, Feed feed, Listeners listeners) {
        this.chats = chats;
        this.feed = feed;
        this.listeners = listeners;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String route = exchange.getRequestMethod() + " "
                + exchange.getRequestURI().getPath().substring(PATH.length());
        ChatQuery query = ChatQuery.of(exchange.getRequestURI());
        switch (route) {
            case "GET " -> PageAnswer.send(exchange, json(chats.list(query)));
            case "GET /changes" -> PageAnswer.send(exchange, json(feed.since(query.text("since"))));
            case "GET /events" -> listen(exchange, query);
            default -> PageAnswer.send(exchange, chat(exchange, query));
        }
    }

    private Reply.Answer chat(HttpExchange exchange, ChatQuery query) throws IOException {
        Matcher chat = CHAT.matcher(exchange.getRequestURI().getPath());
        String method = exchange.getRequestMethod();
        if (chat.matches() && method.equals("GET") && chat.group(2).equals("messages")) {
            return json(chats.messages(chat.group(1), query));
        }
        if (chat.matches() && method.equals("POST") && chat.group(2).equals("seen")) {
            return json(chats.seen(chat.group(1)));
        }
        return new Problem(404, "Not found", "Here are " + ROUTES).answer();
    }

    /** A page that comes back says where it was; the browser does so by itself. */
    private void listen(HttpExchange exchange, ChatQuery query) throws IOException {
        String last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        if (!listeners.add(exchange, feed, last == null ? query.text("since") : last)) {
            String detail = "%d pages listen already: ask %s/changes?since= instead".formatted(Listeners.MOST, PATH);
            PageAnswer.send(exchange, new Problem(503, "Too many listeners", detail).answer());
        }
    }

    private static Reply.Answer json(ObjectNode body) {
        return Reply.Answer.json(200, body);
    }
}
