package dev.sealpost.sandbox.crm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /contacts?modifiedSince=&cursor=&page=&limit=}. A page says in each known way how the list goes on: {@code nextCursor},
 * {@code next}, {@code hasMore} and the header {@code Link}.
 */
record ContactList(Contacts contacts, Tokens tokens, CrmFaults faults, Usage usage) implements HttpHandler {
    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            usage.pages().incrementAndGet();
            if (faults.strike(CrmFault.Kind.EXPIRED_TOKEN).isPresent()) {
                tokens.revokeAll();
            }
            Headers shown = exchange.getRequestHeaders();
            if (!tokens.isGood(shown.getFirst("Authorization")) && !tokens.isKey(shown.getFirst("X-Api-Key"))) {
                Answers.problem(exchange, 401, "An access token of /oauth/token, or the secret as X-Api-Key is needed");
                return;
            }
            answer(exchange);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            ListQuery query = ListQuery.of(exchange.getRequestURI());
            Optional<CrmFault> fault = faults.strikeList();
            if (fault.isPresent()) {
                new FaultyList(this, exchange, query).answer(fault.get());
            } else {
                send(exchange, page(exchange, query));
            }
        } catch (IllegalArgumentException e) {
            Answers.problem(exchange, 400, e.getMessage());
        }
    }

    static void send(HttpExchange exchange, ObjectNode page) throws IOException {
        if (page.hasNonNull("next")) {
            exchange.getResponseHeaders()
                    .set(
                            "Link",
                            "<%s>; rel=\"next\"".formatted(page.path("next").asText()));
        }
        Answers.json(exchange, 200, page);
    }

    ObjectNode page(HttpExchange exchange, ListQuery query) {
        List<Contact> all = contacts.since(query.since().orElse(Instant.EPOCH)).stream()
                .filter(query::isAfterCursor)
                .toList();
        List<Contact> rest = all.subList(Math.min(query.skipped(), all.size()), all.size());
        List<Contact> shown = rest.subList(0, Math.min(query.limit(), rest.size()));
        ObjectNode page = Answers.JSON.createObjectNode();
        ArrayNode list = page.putArray("contacts");
        shown.forEach(contact -> list.add(contact.fields()));
        boolean more = rest.size() > shown.size();
        page.put("hasMore", more);
        if (more) {
            goesOn(exchange, page, ListQuery.cursorAfter(shown.get(shown.size() - 1)));
        }
        return page;
    }

    static void goesOn(HttpExchange exchange, ObjectNode page, String cursor) {
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        String others = query.replaceAll("(^|&)cursor=[^&]*", "").replaceFirst("^&", "");
        page.put("hasMore", true)
                .put("nextCursor", cursor)
                .put("next", "/contacts?" + (others.isEmpty() ? "" : others + "&") + "cursor=" + cursor);
    }
}
