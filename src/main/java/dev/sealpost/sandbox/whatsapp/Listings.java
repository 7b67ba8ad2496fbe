package dev.sealpost.sandbox.whatsapp;

import com.sun.net.httpserver.HttpExchange;
import dev.sealpost.sandbox.whatsapp.wire.Outcome;
import dev.sealpost.sandbox.whatsapp.wire.PhoneDigits;
import dev.sealpost.sandbox.whatsapp.wire.Problem;
import dev.sealpost.sandbox.whatsapp.wire.Responder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * {@code GET messages}, {@code GET refused} and {@code GET receipts}, oldest first: {@code ?to=} one person's, {@code ?after=} passing over so
 * many lines, {@code ?limit=} at most so many. Streamed from the record.
 */
final class Listings {
    private static final int UNLIMITED = 0;

    private final Map<String, NumberedJournal> journals;

    Listings(Storage storage) {
        journals = Map.of(
                "messages", storage.messages().journal(),
                "refused", storage.refused().journal(),
                "receipts", storage.receipts().journal());
    }

    boolean has(String name) {
        return journals.containsKey(name);
    }

    void list(HttpExchange exchange, String name, Responder responder) throws IOException {
        Map<String, String> query = query(exchange);
        Optional<Page> page = page(query);
        if (page.isEmpty()) {
            responder.send(
                    exchange,
                    Outcome.now(Problem.badRequest("Allowed are to=<phone number>, after=<lines>, limit=<lines>")
                            .answer()));
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
        exchange.sendResponseHeaders(200, UNLIMITED);
        try (exchange;
                var out = new BufferedOutputStream(exchange.getResponseBody(), 1 << 16)) {
            journals.get(name).list(name, page.get(), out);
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        return UriComponentsBuilder.fromUri(exchange.getRequestURI())
                .build()
                .getQueryParams()
                .toSingleValueMap();
    }

    private static Optional<Page> page(Map<String, String> query) {
        Optional<PhoneDigits> to = Optional.ofNullable(query.get("to")).flatMap(PhoneDigits::parse);
        Optional<Integer> after = number(query.getOrDefault("after", "0"));
        Optional<Integer> limit = number(query.getOrDefault("limit", Integer.toString(Integer.MAX_VALUE)));
        boolean understood = to.isPresent() == query.containsKey("to") && after.isPresent() && limit.isPresent();
        return understood ? Optional.of(new Page(to, after.get(), limit.get())) : Optional.empty();
    }

    private static Optional<Integer> number(String text) {
        return text.matches("\\d{1,10}")
                ? Optional.of((int) Math.min(Long.parseLong(text), Integer.MAX_VALUE))
                : Optional.empty();
    }
}
